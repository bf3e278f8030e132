import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheckReport, check, type ReportFormat, renderReport } from 'city-context/check'
import { OffStreetParking } from 'city-context/models'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import 'city-context/vitest'
import { main } from '../../src/cli/main.js'
import { shared } from '../support/shared.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const now = new Date('2026-11-23T10:00:00Z')
const location = { type: 'Point', coordinates: [5.1, 52.1] }
const good = { id: 'urn:ngsi-ld:OffStreetParking:1', type: 'OffStreetParking', location, totalSpotNumber: 10 }
const normalized = {
  id: good.id,
  type: good.type,
  location: { type: 'GeoProperty', value: location },
  totalSpotNumber: { type: 'Property', value: 10 },
}
const concise = { ...good, totalSpotNumber: { value: 10, observedAt: '2026-11-23T09:00:00Z' } }

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('check', () => {
  it.each([
    ['simplified', good],
    ['normalized', normalized],
    ['concise', concise],
    [
      'geojson',
      {
        type: 'Feature',
        id: good.id,
        geometry: location,
        properties: { type: good.type, location, totalSpotNumber: 3 },
      },
    ],
  ])('recognises %s and finds a good one conformant', async (representation, entity) => {
    const report = await check(entity, { model: OffStreetParking, now })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ conformant: true, payloads: 1, representations: { [representation]: 1 } })
  })

  it.each([
    ['NDJSON', `${JSON.stringify(good)}\n${JSON.stringify({ ...good, id: 'urn:x:2' })}\n`, 2],
    ['a JSON list', JSON.stringify([good], null, 2), 1],
    ['one object over several lines', JSON.stringify(good, null, 2), 1],
    ['a notification', JSON.stringify({ id: 'urn:n:1', type: 'Notification', data: [good] }), 1],
    [
      'a FeatureCollection',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: good.id, properties: { type: good.type, location } }],
      }),
      1,
    ],
  ])('reads %s from a file', async (_name, text, payloads) => {
    const report = await check(await written('source', text), { model: OffStreetParking, now })
    expect(report).toMatchObject({ conformant: true, payloads })
    expect(report.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('names file and line of a finding', async () => {
    const file = await written(
      'lines.ndjson',
      `${JSON.stringify(good)}\n{broken\n${JSON.stringify({ ...good, id: 'urn:x:3', totalSpotNumber: '10' })}\n`,
    )
    const { findings } = await check(file, { model: OffStreetParking, now })
    expect(findings.map(({ rule, place, path, hint }) => [rule, place.split('/').pop(), path, hint])).toEqual(
      [
        ['source.json', 'lines.ndjson:2', '', undefined],
        ['model.type', 'lines.ndjson:3', 'totalSpotNumber.value', 'send it without quotes'],
      ],
    )
  })

  it('counts all findings and lists no more than asked', async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...good,
      id: `urn:x:${index}`,
      totalSpotNumber: 'x',
    }))
    const report = await check(many, { model: OffStreetParking, now, maxIssues: 7 })
    expect(report.findings).toHaveLength(7)
    expect(report.findingsOmitted).toBe(43)
    expect(report.rules).toMatchObject([{ rule: 'model.type', count: 50, payloads: 50 }])
  })

  it('never shows a secret or personal value', async () => {
    const entity = { ...good, description: 'mail to someone.private@example.org', appKey: '0123456789ABCDEF' }
    const report = await check(entity, { model: OffStreetParking, now })
    const text = JSON.stringify(report)
    expect(report.rules.map(({ rule }) => rule)).toContain('privacy.secret')
    expect(text).not.toContain('someone.private')
    expect(text).not.toContain('0123456789ABCDEF')
  })

  it('gives the same report for the same input', async () => {
    const input = [good, { ...good, id: 'bad id' }, { a: 1 }]
    const [first, second] = await Promise.all([1, 2].map(() => check(input, { now })))
    expect(first).toEqual(second)
  })

  it('never throws for data, whatever they are (property)', async () => {
    const attribute = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { type: fc.constantFrom('Property', 'GeoProperty', 'Relationship', 'X'), value: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    )
    const entity = fc.dictionary(
      fc.oneof(fc.constantFrom('id', 'type', 'location', 'status', '@context', '__proto__'), fc.string()),
      attribute,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(entity, fc.jsonValue()), { maxLength: 5 }), async (payloads) => {
        const report = await check(payloads.values(), { now })
        expect(report.payloads).toBe(payloads.length)
        for (const format of ['text', 'json', 'junit', 'sarif', 'html'] as const)
          expect(renderReport(report, format).length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('has a matcher for tests', () => {
    expect(good).toConformTo(OffStreetParking)
    expect({ ...good, totalSpotNumber: 'ten' }).not.toConformTo(OffStreetParking)
    expect(() => expect({ ...good, status: ['vrij'] }).toConformTo(OffStreetParking)).toThrow(
      /status\.value\[0\]: "vrij"/,
    )
  })
})

describe('city-context check', () => {
  const command = async (argv: readonly string[]) => {
    let stdout = ''
    let stderr = ''
    const io = {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
      stdin: process.stdin,
      env: {},
      cwd: folder,
      signal: new AbortController().signal,
      exitCode: 0,
    }
    return { code: await main(argv, io), stdout, stderr }
  }

  it('ends with 0, 1 or 2', async () => {
    await written('good.json', JSON.stringify(good))
    await written('bad.json', JSON.stringify({ ...good, status: ['vrij'] }))
    expect((await command(['check', 'good.json', '--model', 'OffStreetParking'])).code).toBe(0)
    const bad = await command(['check', 'bad.json', '--json'])
    expect(bad.code).toBe(1)
    expect((JSON.parse(bad.stdout) as CheckReport).counts.error).toBe(1)
    const none = await command(['check', 'none.json'])
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringMatching(/^error: there is no file .*none\.json\n$/),
    ])
    const model = await command(['check', 'good.json', '--model', 'OffStreetPraking'])
    expect([model.code, model.stderr]).toEqual([
      2,
      expect.stringContaining('did you mean "OffStreetParking"?'),
    ])
  })

  it('checks what a live broker holds, by type', async () => {
    const { startBroker } = await import('city-context/broker')
    const { connect } = await import('../../src/connect.js')
    const broker = await startBroker({ port: 0 })
    const city = await connect(broker.url)
    try {
      const many = Array.from({ length: 130 }, (_, index) => ({
        ...good,
        id: `urn:ngsi-ld:OffStreetParking:${index}`,
      }))
      await city.upsertMixed(many.map((entity) => ({ model: OffStreetParking, entity })))
      const argv = ['check', '--broker', broker.url, '--type', 'OffStreetParking', '--json']
      const result = await command(argv)
      expect([result.code, result.stderr]).toEqual([0, ''])
      expect(JSON.parse(result.stdout)).toMatchObject({
        payloads: 130,
        conformant: true,
        representations: { normalized: 130 },
      })
      await city.upsertMixed(
        [{ model: OffStreetParking, entity: { ...good, id: 'urn:x:1', status: ['vrij'] } }],
        { validate: false },
      )
      expect((await command(argv)).code).toBe(1)
    } finally {
      await city.close()
      await broker.close()
    }
  })

  it('looks up in a broker what relationships point to', async () => {
    const { startBroker } = await import('city-context/broker')
    const broker = await startBroker({ port: 0 })
    try {
      const group = { id: 'urn:ngsi-ld:ParkingGroup:1', type: 'ParkingGroup' }
      await fetch(`${broker.url}/ngsi-ld/v1/entities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(group),
      })
      const to = (name: string, target: string) =>
        JSON.stringify({
          ...normalized,
          id: `urn:x:${name}`,
          refParkingGroup: { type: 'Relationship', object: target },
        })
      await written(
        'targets.ndjson',
        [to('a', group.id), to('b', 'urn:ngsi-ld:ParkingGroup:9'), to('c', 'urn:x:a')].join('\n'),
      )
      const argv = [
        'check',
        'targets.ndjson',
        '--model',
        'OffStreetParking',
        '--json',
        '--broker',
        broker.url,
      ]
      const result = await command(argv)
      const report = JSON.parse(result.stdout) as CheckReport
      expect(report.findings).toMatchObject([
        { rule: 'relationship.target', entity: 'urn:x:b', path: 'refParkingGroup.object' },
      ])
      expect(result.code).toBe(1)
      expect((await command(argv.slice(0, 5))).code).toBe(0)
    } finally {
      await broker.close()
    }
  })

  it('checks what a live broker notifies of, for a time', async () => {
    const { startBroker } = await import('city-context/broker')
    const { connect } = await import('../../src/connect.js')
    const broker = await startBroker({ port: 0 })
    const city = await connect(broker.url)
    const watch = ['check', '--broker', broker.url, '--type', 'OffStreetParking', '--watch', '2s', '--json']
    try {
      const watching = command(watch)
      // Until the subscription stands, a change would not be told.
      for (let count = 0; count === 0; )
        count = ((await (await fetch(`${broker.url}/ngsi-ld/v1/subscriptions`)).json()) as unknown[]).length
      await city.upsertMixed([{ model: OffStreetParking, entity: good }])
      await city.upsertMixed([{ model: OffStreetParking, entity: { ...good, totalSpotNumber: 0 } }], {
        validate: false,
      })
      const result = await watching
      const report = JSON.parse(result.stdout) as CheckReport
      expect(report.payloads).toBeGreaterThanOrEqual(1)
      expect(report.rules.map(({ rule }) => rule)).toEqual(['model.range'])
      expect(result.code).toBe(1)
      expect(await (await fetch(`${broker.url}/ngsi-ld/v1/subscriptions`)).json()).toEqual([])
      expect((await command([...watch.slice(0, 5), '--watch', 'soon'])).stderr).toContain(
        'write a time such as 90s',
      )
    } finally {
      await city.close()
      await broker.close()
    }
  })

  it('writes payloads for vendors, and says what each must give', async () => {
    const result = await command(['check', '--examples', 'kit', '--model', 'Alert'])
    expect(result.code).toBe(0)
    const expected = JSON.parse(await readFile(join(folder, 'kit/expected.json'), 'utf8')) as {
      file: string
      valid: boolean
    }[]
    for (const { file, valid } of expected.slice(0, 8))
      expect((await command(['check', `kit/${file}`, '--model', 'Alert'])).code, file).toBe(valid ? 0 : 1)
    expect((await command(['check', '--examples', 'kit'])).code).toBe(2)
  })

  it('ends with 3 where there is no broker, and 2 where nothing is named', async () => {
    expect(
      (await command(['check', '--broker', 'http://127.0.0.1:9', '--type', 'OffStreetParking'])).code,
    ).toBe(3)
    const nothing = await command(['check'])
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      expect.stringMatching(/^error: what is to be checked\?/),
    ])
  })

  it('says why what holds no payload is not conformant', async () => {
    await written('empty.json', '[]')
    const { code, stdout } = await command(['check', 'empty.json'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^NOT CONFORMANT: .*\n {2}no payload came, so nothing is shown\n\n0 errors/)
  })

  it('writes the report to a file in Dutch', async () => {
    await written('bad.json', JSON.stringify({ ...good, status: ['vrij'] }))
    const result = await command(['check', 'bad.json', '-f', 'html', '-o', 'r.html', '--lang', 'nl'])
    expect(result.stdout).toContain('NIET CONFORM')
    const page = await readFile(join(folder, 'r.html'), 'utf8')
    expect(page).toContain('<html lang="nl">')
    expect(page).not.toMatch(/<script|src=|href=/)
    expect(page).not.toContain(folder)
    expect(page).toContain('&quot;vrij&quot; staat niet in de lijst van het model')
    expect(page).toMatch(/Profiel<\/td><td[^>]*>niet getoetst</)
  })
})

const heidelberg = shared('city-data/parking/heidelberg-offstreetparking-ngsiv2.json')

describe.skipIf(!heidelberg.present)(
  `Heidelberg (${heidelberg.present ? 'NGSIv2' : heidelberg.reason})`,
  () => {
    let report: CheckReport
    beforeAll(async () => {
      report = await check(heidelberg.path, { model: OffStreetParking, now })
    })

    it('counts what is outside the model', () => {
      expect(report.conformant).toBe(false)
      expect(report.representations).toEqual({ ngsiv2: 25 })
      expect([report.attributes.unknown.length, report.attributes.seen]).toEqual([31, 51])
      const outside = Object.fromEntries(
        report.enums.map((result) => [result.attribute, [result.outside, result.values]]),
      )
      expect(outside).toMatchObject({
        status: [25, 25],
        facilities: [126, 126],
        acceptedPaymentMethod: [42, 63],
      })
      expect(report.rules.find(({ rule }) => rule === 'source.ngsiv2-type')?.count).toBe(58)
      expect(report.attributes.withLocation).toBe(0)
    })

    it.each<[ReportFormat, readonly RegExp[]]>([
      [
        'text',
        [
          /31 of 51/,
          /25 of 25/,
          /126 of 126/,
          /42 of 63/,
          /58 × source\.ngsiv2-type/,
          /0 of 25 payloads have a location/,
        ],
      ],
      [
        'html',
        [
          /31 of 51/,
          /25 of 25/,
          /126 of 126/,
          /42 of 63/,
          /58 findings in/,
          /0 of 25 payloads have a location/,
        ],
      ],
      ['json', [/"outside": 126/, /"count": 58/, /"withLocation": 0/, /"seen": 51/]],
      [
        'junit',
        [
          /<failure message="58 findings in \d+ payloads" type="source\.ngsiv2-type">/,
          /name="attributes outside the model" value="31 of 51"/,
          /name="payloads with a location" value="0 of 25"/,
          /status outside the model's list" value="25 of 25"/,
          /facilities outside the model's list" value="126 of 126"/,
          /acceptedPaymentMethod outside the model's list" value="42 of 63"/,
        ],
      ],
      [
        'sarif',
        [
          /"version": "2\.1\.0"/,
          /"attributes outside the model": "31 of 51"/,
          /"payloads with a location": "0 of 25"/,
          /status outside the model's list": "25 of 25"/,
          /facilities outside the model's list": "126 of 126"/,
          /acceptedPaymentMethod outside the model's list": "42 of 63"/,
        ],
      ],
    ])('says so in %s', (format, wanted) => {
      const text = renderReport(report, format)
      for (const pattern of wanted) expect(text).toMatch(pattern)
      if (format === 'sarif' || format === 'json') JSON.parse(text)
    })
  },
)
