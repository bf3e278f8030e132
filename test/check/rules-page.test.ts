import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBroker } from 'city-context/broker'
import { check, rules } from 'city-context/check'
import nock from 'nock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProfile } from '../../src/profile/profile-file.js'

const page = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8')
const now = new Date('2026-11-23T10:00:00Z')

interface Example {
  readonly language: string
  readonly text: string
}

const fences = (text: string): readonly Example[] =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)\n```/g)].map(([, language = '', content = '']) => ({
    language,
    text: content,
  }))

const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')).trim(), fences(section)] as const),
)

let folder = ''
let count = 0
let broker: Awaited<ReturnType<typeof startBroker>>
beforeAll(async () => {
  broker = await startBroker({ port: 0 })
  for (const type of ['ParkingGroup', 'Device'])
    await fetch(`${broker.url}/ngsi-ld/v1/entities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: `urn:ngsi-ld:${type}:1`, type, a: { type: 'Property', value: 1 } }),
    })
  folder = await mkdtemp(join(tmpdir(), 'rules-'))
})
afterAll(async () => {
  await broker.close()
  await rm(folder, { recursive: true, force: true })
})

const profileOf = async (text: string) => {
  count += 1
  const path = join(folder, `${count}.yaml`)
  await writeFile(path, text)
  return readProfile(path)
}

const found = async (rule: string, example: Example | undefined): Promise<boolean> => {
  if (example === undefined) throw new Error(`docs/rules.md lacks an example of ${rule}`)
  const isProfile = example.language === 'yaml'
  const needsProfile = /^(profile|plausibility)\./.test(rule)
  const base = fences(page)[0]?.text ?? ''
  const profile = isProfile ? await profileOf(example.text) : needsProfile ? await profileOf(base) : undefined
  const payload: unknown = isProfile ? [] : JSON.parse(example.text)
  const targets = /^relationship\.(target|type)$/.test(rule) ? { broker: broker.url } : undefined
  const contexts = rule === 'ngsi.context-reachable'
  const portal = nock('https://city.example')
  if (contexts) {
    portal.get('/context.jsonld').reply(200, { '@context': { name: 'https://city.example/name' } })
    portal.get('/lost.jsonld').reply(404)
  }
  const report = await check(Array.isArray(payload) ? payload : [payload], {
    profile,
    now,
    targets,
    contexts,
  })
  nock.cleanAll()
  return report.rules.some((result) => result.rule === rule)
}

describe('docs/rules.md', () => {
  it('has a section for every rule and for nothing else', () => {
    expect([...sections.keys()].sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  it.each(rules.map(({ id }) => id))(
    '%s is broken by its first example and followed by its second',
    async (id) => {
      const [fails, passes] = sections.get(id) ?? []
      expect(await found(id, fails)).toBe(true)
      expect(await found(id, passes)).toBe(false)
    },
  )

  it.each(rules)('$id has a title in both languages', ({ en, nl }) => {
    expect(en.title).not.toBe(nl.title)
    expect([en.protects, nl.protects].every((text) => text.endsWith('.'))).toBe(true)
  })
})
