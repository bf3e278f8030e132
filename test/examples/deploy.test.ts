import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { startBroker } from 'city-context/broker'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCli } from '../support/run-cli.js'

const read = (name: string): Promise<string> =>
  readFile(new URL(`../../examples/deploy/${name}`, import.meta.url), 'utf8')

interface Service {
  readonly image: string
  readonly restart: string
  readonly ports?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly environment: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly healthcheck?: { readonly test: string }
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, object>>
}

const compose = async (name: string): Promise<Compose> => parse(await read(name)) as Compose

/** Options of `city-context broker`, as its help names them. */
let known: ReadonlySet<string>
beforeAll(async () => {
  const { stdout } = await runCli(['broker', '--help'])
  known = new Set(stdout.match(/--[a-z-]+/g))
})
const optionsIn = (line: string): readonly string[] => line.match(/--[a-z-]+/g) ?? []

describe.each([
  ['orion-ld.compose.yaml', 'orion-ld', 1026, 'mongo'],
  ['scorpio.compose.yaml', 'scorpio', 9090, 'postgres'],
])('%s', (file, broker, port, database) => {
  it('names releases, keeps data in volumes, and lets nobody else in', async () => {
    const { services, volumes } = await compose(file)
    for (const [name, { image, restart }] of Object.entries(services)) {
      expect(image, name).toMatch(/:[\w.-]*\d/)
      expect(restart, name).toBe('unless-stopped')
    }
    expect(services[broker]?.ports).toEqual([`127.0.0.1:${port}:${port}`])
    expect(services[database]?.ports).toBeUndefined()
    for (const volume of services[database]?.volumes ?? [])
      expect(volumes).toHaveProperty(volume.split(':')[0] ?? '')
  })

  it('starts the broker once its database is well, and has no password of its own', async () => {
    const { services } = await compose(file)
    expect(services[broker]?.depends_on).toEqual({ [database]: { condition: 'service_healthy' } })
    expect(services[database]?.healthcheck?.test).toBeTruthy()
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASS/.test(name)),
    )
    expect(secrets).toHaveLength(2)
    for (const [name, value] of secrets) expect(value, name).toMatch(/^\$\{[A-Z]+_PASSWORD:\?set /)
  })

  it('says that it was not run', async () => expect(await read(file)).toMatch(/Not run here/))
})

describe('orion-ld.compose.yaml', () => {
  it('is a replica set that broker and health check agree on, in the mode that its MongoDB needs', async () => {
    const text = await read('orion-ld.compose.yaml')
    const { services } = parse(text) as Compose
    const { environment } = services['orion-ld'] as Service
    expect(environment).toMatchObject({ ORIONLD_MONGO_HOST: 'mongo', ORIONLD_MONGO_REPLICA_SET: 'rs0' })
    expect(text).toMatch(/--replSet rs0 .*--keyFile/)
    expect(services['mongo']?.healthcheck?.test).toContain(
      "_id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }]",
    )
    const major = Number(/mongo:(\d+)/.exec(services['mongo']?.image ?? '')?.[1])
    if (major >= 5) expect(environment['ORIONLD_MONGOCONLY']).toBe('TRUE')
    for (const name of Object.keys(environment)) expect(name).toMatch(/^ORIONLD_[A-Z_]+$/)
  })
})

describe('scorpio.compose.yaml', () => {
  it('gives database and broker one account', async () => {
    const { services } = await compose('scorpio.compose.yaml')
    const [database, broker] = [services['postgres'], services['scorpio']]
    expect(broker?.environment).toMatchObject({
      DBHOST: 'postgres',
      DBNAME: database?.environment['POSTGRES_DB'],
    })
    expect(broker?.environment['DBUSER']).toBe(database?.environment['POSTGRES_USER'])
    // The image with a bus needs Kafka beside it.
    expect(broker?.image).toMatch(/:java-\d/)
  })
})

describe('the embedded broker as a service', () => {
  it('systemd: sections, account, folder, and options that the command knows', async () => {
    const unit = await read('city-context-broker.service')
    const lines = unit.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]'])
    for (const line of lines) expect(line).toMatch(/^(\[\w+\]|[A-Z]\w+=.*)$/)
    const service = new Map(lines.map((line) => line.split(/=(.*)/s) as [string, string]))
    const start = service.get('ExecStart') ?? ''
    for (const option of optionsIn(start)) expect(known, option).toContain(option)
    expect(start).toContain(`--data /var/lib/${service.get('StateDirectory')}/`)
    expect(service.get('DynamicUser')).toBe('yes')
    expect(service.get('EnvironmentFile')).toMatch(/^-\/etc\//)
  })

  it('container: not root, a volume for the file, options that the command knows', async () => {
    const file = await read('Containerfile')
    const of = (word: string): string => new RegExp(`^${word} (.+)$`, 'm').exec(file)?.[1] ?? ''
    const command = JSON.parse(of('CMD')) as readonly string[]
    for (const option of command.flatMap(optionsIn)) expect(known, option).toContain(option)
    expect(command[command.indexOf('--data') + 1]).toMatch(new RegExp(`^${of('VOLUME')}/`))
    expect(command[command.indexOf('--port') + 1]).toBe(of('EXPOSE'))
    expect(of('USER')).toBe('node')
  })

  it('container: its health check is well with a broker and ill without', async () => {
    const broker = await startBroker({ token: 'secret' })
    const check = JSON.parse(
      /HEALTHCHECK .*CMD (.+)$/m.exec(await read('Containerfile'))?.[1] ?? '',
    ) as string[]
    const script = (check[2] ?? '').replace(':1026', `:${new URL(broker.url).port}`)
    const run = () => promisify(execFile)(process.execPath, ['-e', script])
    await expect(run()).resolves.toBeDefined()
    await broker.close()
    await expect(run()).rejects.toMatchObject({ code: 1 })
  })
})
