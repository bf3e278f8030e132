import { connect } from 'city-context'
import { type AnsweringDialect, startBroker } from 'city-context/broker'
import { Streetlight } from 'city-context/models'
import { describe, expect, it } from 'vitest'
import { type Ask, freshBroker, lamp } from './ask.js'

const asking = async (dialect: AnsweringDialect): Promise<Ask> =>
  (await freshBroker({ faults: { dialect } })).ask

const mixed = async (ask: Ask) => {
  await ask('POST', '/entities', lamp(1))
  return ask('POST', '/entityOperations/upsert', [lamp(1, { power: 7 }), lamp(2)])
}

const ids = ['urn:ngsi-ld:Lamp:1', 'urn:ngsi-ld:Lamp:2']

describe('faults.dialect', () => {
  it('answers a mixed upsert as each broker does', async () => {
    const legacy = await mixed(await asking('orion-ld-legacy'))
    expect([legacy.status, legacy.body]).toEqual([207, { success: ids, errors: [] }])
    for (const dialect of ['orion-ld-mongoc', 'scorpio', 'stellio'] as const) {
      const { status, body } = await mixed(await asking(dialect))
      expect([dialect, status, body]).toEqual([dialect, 201, [ids[1]]])
    }
  })

  it('has no merge and no replace as Orion-LD in its default mode', async () => {
    const legacy = await asking('orion-ld-legacy')
    const mongoc = await asking('orion-ld-mongoc')
    for (const ask of [legacy, mongoc]) await ask('POST', '/entities', lamp(1))
    const patch = (ask: Ask) => ask('PATCH', `/entities/${ids[0]}`, { power: 3 })
    expect(await patch(legacy)).toMatchObject({ status: 404, body: { title: 'Service Not Found' } })
    expect((await patch(mongoc)).status).toBe(204)
    const merged = await mongoc('POST', '/entityOperations/merge', [lamp(1)])
    expect(merged).toMatchObject({ status: 404, body: { title: 'Service Not Found' } })
  })

  it('refuses parameters, bodies and false values, and gives no page links, as Orion-LD', async () => {
    const ask = await asking('orion-ld-mongoc')
    for (const [number] of ids.entries()) await ask('POST', '/entities', lamp(number + 1))
    for (const name of ['pick', 'foo'])
      expect(await ask('GET', `/entities?type=Lamp&${name}=x`)).toMatchObject({
        status: 400,
        body: { title: 'Unknown URI parameter', detail: name },
      })
    expect((await ask('GET', '/entities?type=Lamp&local=false')).status).toBe(400)
    const big = lamp(3, { name: 'x'.repeat(1_048_576) })
    expect((await ask('POST', '/entities', big)).status).toBe(413)
    const page = await ask('GET', '/entities?type=Lamp&limit=1')
    expect(page.body).toHaveLength(1)
    expect(page.headers.get('link')).not.toContain('rel="next"')
    expect(page.headers.get('link')).toContain('json-ld#context')
  })

  it('names batch errors, ignores parameters and shows an entity map as Scorpio', async () => {
    const ask = await asking('scorpio')
    await ask('POST', '/entities', lamp(1))
    const failed = await ask('POST', '/entityOperations/create', [lamp(1)])
    expect(failed.status).toBe(409)
    expect(failed.body).toMatchObject({
      errors: [{ id: ids[0], type: 'Create', ProblemDetails: { status: 409 } }],
    })
    const partly = await ask('POST', '/entityOperations/create', [lamp(1), lamp(2)])
    expect(partly).toMatchObject({ status: 207, body: { success: [ids[1]], errors: [{ id: ids[0] }] } })
    const page = await ask('GET', '/entities?type=Lamp&foo=1&localOnly=true')
    expect([page.status, page.body.length]).toEqual([200, 2])
    expect(page.headers.has('ngsild-entitymap')).toBe(true)
    expect(await ask('GET', '/entities?type=Lamp&limit=1001')).toMatchObject({ status: 403 })
    expect((await ask('GET', '/entities?type=Lamp&limit=0&count=true')).body).toBeUndefined()
  })

  it('has small pages and bodies, and lists what it takes, as Stellio', async () => {
    const ask = await asking('stellio')
    expect((await ask('GET', '/entities?type=Lamp&limit=101')).status).toBe(403)
    expect((await ask('POST', '/entityOperations/upsert?local=true', [lamp(1)])).status).toBe(501)
    expect((await ask('POST', '/entities', lamp(1, { name: 'x'.repeat(2_097_152) }))).status).toBe(413)
    const refused = await ask('GET', '/entities?type=Lamp&foo=1')
    expect(refused.body.detail).toMatch(/foo.*\[.*limit/)
  })

  it.each(['orion-ld-legacy', 'orion-ld-mongoc', 'scorpio', 'stellio'] as const)(
    '%s is recognised by the client, whose bulk upsert comes through',
    async (dialect) => {
      await using broker = await startBroker({ port: 0, faults: { dialect } })
      await using city = await connect(broker.url)
      const lights = Array.from({ length: 300 }, (_, index) => ({
        id: `urn:ngsi-ld:Streetlight:${index}`,
        type: 'Streetlight' as const,
        status: 'ok' as const,
        location: { type: 'Point' as const, coordinates: [5.2, 52.3] as const },
      }))
      await city.upsert(Streetlight, lights.slice(0, 100))
      const { failed, unconfirmed } = await city.upsert(Streetlight, lights)
      expect([failed, unconfirmed]).toEqual([0, 0])
      let found = 0
      for await (const light of city.find(Streetlight)) found += light.status === 'ok' ? 1 : 0
      expect(found).toBe(300)
      expect(dialect).toContain((await city.info()).dialect)
    },
  )
})
