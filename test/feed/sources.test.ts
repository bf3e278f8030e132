import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FeedReport, importFeed, parseMapping } from 'city-context/feed'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => nock.cleanAll())

const mapping = (source: string) =>
  parseMapping(`
source: ${source}
license: CC0-1.0
crs: EPSG:4326
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:x:{id}"
map: { name: id, location: { point: [x, y] } }
`)

const records = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `g${from + n}`, x: 5, y: 52 }))

const run = async (source: string, file: string): Promise<FeedReport & { readonly names: string[] }> => {
  const names: string[] = []
  const report = await importFeed({
    mapping: await mapping(source),
    file,
    allowPrivate: true,
    onEntity: ({ id }) => void names.push(id.split(':').at(-1) ?? ''),
  })
  return { ...report, names }
}

const host = 'https://portal.test'

describe('pages over http', () => {
  it('follows the link that each page names', async () => {
    nock(host)
      .get('/a')
      .reply(200, { value: records(0, 2), '@iot.nextLink': `${host}/a?$skip=2` })
    nock(host)
      .get('/a')
      .query({ $skip: '2' })
      .reply(200, { value: records(2, 1) })
    const report = await run('{ format: sensorthings, paging: next }', `${host}/a`)
    expect(report.names).toEqual(['g0', 'g1', 'g2'])
  })

  it('follows the Link header', async () => {
    nock(host).get('/b').reply(200, records(0, 2), { Link: '</b?page=2>; rel="next"' })
    nock(host).get('/b').query({ page: '2' }).reply(200, records(2, 2))
    expect((await run('{ format: json, paging: next }', `${host}/b`)).names).toHaveLength(4)
  })

  it('counts records, and ends where the announced total is reached', async () => {
    for (const offset of [0, 2, 4])
      nock(host)
        .get('/c')
        .query({ offset: String(offset), limit: '2', where: 'x' })
        .reply(200, { total_count: 5, results: records(offset, Math.min(2, 5 - offset)) })
    const source = '{ format: opendatasoft, paging: { offset: offset, limit: limit, size: 2 } }'
    expect((await run(source, `${host}/c?where=x`)).names).toHaveLength(5)
    expect(nock.isDone()).toBe(true)
  })

  it('reads an NGSIv2 broker to the total of its header', async () => {
    const entity = (n: number) => ({
      id: `lot${n}`,
      type: 'OffStreetParking',
      x: { type: 'Number', value: 5, metadata: {} },
      y: { type: 'Number', value: 52, metadata: {} },
    })
    for (const offset of [0, 2])
      nock(host)
        .get('/v2/entities')
        .query({ type: 'OffStreetParking', options: 'count', offset: String(offset), limit: '2' })
        .reply(200, [entity(offset), ...(offset === 0 ? [entity(1)] : [])], { 'Fiware-Total-Count': '3' })
    const source = '{ format: ngsiv2, paging: { offset: offset, limit: limit, size: 2 } }'
    const { names } = await run(source, `${host}/v2/entities?type=OffStreetParking&options=count`)
    expect(names).toEqual(['lot0', 'lot1', 'lot2'])
    expect(nock.isDone()).toBe(true)
  })

  it('counts pages until one is empty', async () => {
    for (const page of [1, 2, 3])
      nock(host)
        .get('/d')
        .query({ page: String(page) })
        .reply(200, records((page - 1) * 3, page < 3 ? 3 : 0))
    expect((await run('{ format: open311, paging: { page: page } }', `${host}/d`)).names).toHaveLength(6)
  })

  it.each([
    [
      'ends early',
      { total_count: 9, results: records(0, 2) },
      { total_count: 9, results: [] },
      /announces 9 records, and its pages end after 2/,
    ],
    [
      'does not know the parameter',
      { results: records(0, 2) },
      { results: records(0, 2) },
      /gives the same page again/,
    ],
  ])('refuses a server that %s', async (_title, first, second, message) => {
    nock(host).get('/e').query({ offset: '0' }).reply(200, first)
    nock(host).get('/e').query({ offset: '2' }).reply(200, second)
    await expect(run('{ format: opendatasoft, paging: { offset: offset } }', `${host}/e`)).rejects.toThrow(
      message,
    )
  })

  it('does not follow a link to another host', async () => {
    nock(host)
      .get('/f')
      .reply(200, { value: records(0, 1), '@iot.nextLink': 'http://169.254.169.254/latest' })
    await expect(run('{ format: sensorthings, paging: next }', `${host}/f`)).rejects.toThrow(
      /next page on another host, 169.254.169.254/,
    )
  })
})

describe('several files', () => {
  it('reads a pattern in the order of the names, and tells the file of a bad row', async () => {
    await writeFile(join(folder, 'p-2.csv'), 'id,x,y\nc,5,52\n')
    await writeFile(join(folder, 'p-1.csv'), 'id,x,y\na,5,52\nb,nothing,52\n')
    await writeFile(join(folder, 'other.csv'), 'no,thing\n')
    const report = await run('{ format: csv }', join(folder, 'p-*.csv'))
    expect(report.names).toEqual(['a', 'c'])
    expect(report.rows).toMatchObject({ read: 3, rejected: 1, hollow: 0 })
    expect(report.problems[0]?.path).toMatch(/^p-1\.csv row 3/)
  })

  it('reads a folder of JSON documents', async () => {
    const inner = await mkdtemp(join(folder, 'json-'))
    await writeFile(join(inner, '1.json'), JSON.stringify(records(0, 2)))
    await writeFile(join(inner, '2.json'), JSON.stringify(records(2, 2)))
    expect((await run('{ format: json }', inner)).names).toEqual(['g0', 'g1', 'g2', 'g3'])
  })

  it('refuses files whose columns differ, and a pattern without files', async () => {
    await writeFile(join(folder, 'q-1.csv'), 'id,x,y\na,5,52\n')
    await writeFile(join(folder, 'q-2.csv'), 'id,y,x\na,5,52\n')
    await expect(run('{ format: csv }', join(folder, 'q-*.csv'))).rejects.toThrow(
      /q-2\.csv has "y" as column 2, where .*q-1\.csv has "x"/,
    )
    await expect(run('{ format: csv }', join(folder, 'none-*.csv'))).rejects.toThrow(/names no file/)
  })
})
