import { startBroker } from 'city-context/broker'
import { brokerBehaviour } from 'city-context/check'
import nock from 'nock'
import { describe, expect, it } from 'vitest'
import { type Choose, type OrionMode, startOrionReplay } from '../support/orion-replay.js'
import { runCli } from '../support/run-cli.js'
import { shared } from '../support/shared.js'

describe('the behaviour of the embedded broker', () => {
  it('is that of the standard in every request, and nothing stays behind', async () => {
    const broker = await startBroker({ port: 0 })
    try {
      const result = await runCli(['check', '--broker-behaviour', broker.url])
      expect(result.stdout).not.toContain('DEVIATES')
      expect([result.code, result.stderr]).toEqual([0, ''])
      expect(result.stdout).toMatch(/(\d+) of \1 requests are answered as NGSI-LD/)
      expect(result.stdout).toMatch(/^ok +Create entity \(5\.6\.1\) +new +201 with Location +201$/m)
      const report = await brokerBehaviour({ broker: broker.url })
      expect(report.results.length).toBeGreaterThan(100)
      expect(report.leftBehind).toEqual([])
      const types = await fetch(`${broker.url}/ngsi-ld/v1/types`, {
        headers: { 'NGSILD-Tenant': report.tenant },
      })
      expect(await types.text()).not.toContain('CityContextCheck')
      for (const tenant of [undefined, report.tenant]) {
        const subscriptions = await fetch(`${broker.url}/ngsi-ld/v1/subscriptions`, {
          headers: tenant === undefined ? {} : { 'NGSILD-Tenant': tenant },
        })
        expect(await subscriptions.json()).toEqual([])
      }
    } finally {
      await broker.close()
    }
  })

  it('does not wait for notifications of a broker elsewhere that cannot reach this machine', async () => {
    const elsewhere = nock('http://broker.test').persist()
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
      elsewhere.intercept(/./, method).reply(404, { type: 'about:blank' })
    const { results } = await brokerBehaviour({ broker: 'http://broker.test' })
    nock.cleanAll()
    const notifications = results.filter(({ operation }) => operation === 'Notification (5.8.6)')
    expect(notifications.map(({ state }) => state)).toEqual(Array(5).fill('not asked'))
    expect(notifications[0]?.deviation).toContain('give --endpoint')
  })

  it('ends with 3 where nothing answers', async () => {
    const result = await runCli(['check', '--broker-behaviour', 'http://127.0.0.1:9'])
    expect(result.code).toBe(3)
  })
})

type Row = readonly [request: RegExp, body: RegExp | undefined, ...titles: readonly string[]]

const e = '/ngsi-ld/v1/entities'

const rows: readonly Row[] = [
  [/^POST .*subscriptions$/, /:s20"/, 'create subscription'],
  [/^POST .*\/entities$/, /:n1"/, 'trigger create'],
  [/^POST .*upsert$/, /:n1"/, 'trigger batch upsert'],
  [/^PATCH .*:n1\/attrs$/, /91/, 'trigger while paused'],
  [/^PATCH .*:n1\/attrs$/, /90/, 'trigger with failing receiver'],
  [/^GET .*:s20$/, undefined, 'get subscription after failure'],
  [/^GET \/ngsi-ld\/v1\/types$/, undefined, 'GET types'],
  [/^GET \/ngsi-ld\/v1\/types\//, undefined, 'GET type'],
  [/^GET \/ngsi-ld\/v1\/attributes$/, undefined, 'GET attributes'],
  [/^GET \/ngsi-ld\/v1\/attributes\//, undefined, 'GET attribute'],
  [/^POST \/ngsi-ld\/v1\/temporal/, undefined, 'temporal create'],
  [/^GET \/ngsi-ld\/v1\/temporal/, undefined, 'temporal query'],
  [/^POST .*jsonldContexts/, undefined, 'create jsonldContext'],
  [/^GET .*jsonldContexts/, undefined, 'list jsonldContexts'],
  [/^POST .*\/entities$/, /"big"/, 'create entity with null in array', 'create duplicate'],
  [/^POST .*\/entities$/, /:null\}/, 'create: null value'],
  [/^POST .*\/entities$/, /^\{"id":$/, 'create: malformed JSON'],
  [/^POST .*\/entities$/, /^x$/, 'create: text/plain'],
  [/^POST .*\/entities$/, /:ld"/, 'create: ld+json without @context'],
  [/^POST .*\/entities$/, /:context"/, 'create: context not downloadable'],
  [/^POST .*\/entities$/, /LanguageProperty/, 'create: LanguageProperty'],
  [/^POST .*\/entities$/, /VocabProperty/, 'create: VocabProperty'],
  [/^POST .*\/entities$/, /ListProperty/, 'create: ListProperty'],
  [/^POST .*\/entities$/, /JsonProperty/, 'create: JsonProperty'],
  [/^POST .*\/entities$/, /"type":\[/, 'create: type array'],
  [/^POST .*\/entities$/, /"scope"/, 'create: scope'],
  [/^POST .*\/entities$/, undefined, 'create: no id'],
  [/^HEAD /, undefined, 'HEAD entity'],
  [/^PUT .*\/entities$/, undefined, 'PUT entities (bad verb)'],
  [/options=keyValues$/, /^$/, 'retrieve keyValues'],
  [/options=concise$/, undefined, 'retrieve concise'],
  [/options=sysAttrs$/, undefined, 'retrieve sysAttrs'],
  [/options=sysAttrs,keyValues$/, undefined, 'retrieve sysAttrs,keyValues'],
  [/pick=temperature$/, undefined, 'retrieve pick'],
  [/^GET .*:nobody$/, undefined, 'retrieve 404'],
  [/^POST .*:1\/attrs$/, undefined, 'POST attrs append'],
  [/^POST .*noOverwrite$/, undefined, 'POST attrs noOverwrite, mixed'],
  [/^PATCH .*:nobody\/attrs$/, undefined, 'PATCH attrs 404'],
  [/^PATCH .*:1\/attrs$/, /zzz/, 'PATCH attrs mixed'],
  [/^PATCH .*:1\/attrs$/, /yyy/, 'PATCH attrs nonexisting attr'],
  [/^PATCH .*:1\/attrs$/, undefined, 'PATCH attrs'],
  [/^PATCH .*attrs\/temperature$/, undefined, 'PATCH one attr'],
  [/^PUT .*attrs\/temperature$/, undefined, 'PUT one attr'],
  [/^PATCH .*:1$/, undefined, 'PATCH entity (merge)'],
  [/^PUT .*:1$/, undefined, 'PUT entity (replace)'],
  [/^DELETE .*attrs\/name$/, undefined, 'DELETE attr', 'DELETE attr again'],
  [/^DELETE .*\/entities\/[^?]*:1$/, undefined, 'DELETE entity', 'DELETE entity again'],
  [/^POST .*create$/, /:q1"/, 'batch create ok'],
  [/^POST .*create$/, /:b2"/, 'batch create ok'],
  [/^POST .*create$/, /:b3"/, 'batch create one existing'],
  [/^POST .*create$/, /^\[\]$/, 'batch create empty array'],
  [/^POST .*create$/, undefined, 'batch create no id'],
  [/^POST .*upsert\?options=update$/, /:u9"/, 'batch upsert options=update mixed'],
  [/^POST .*upsert\?options=update$/, /:u20"/, 'batch upsert dup ids'],
  [/^POST .*upsert$/, /:u2".*:12\}|"value":12\b/, 'batch upsert all existing'],
  [/^POST .*upsert$/, /:u3"/, 'batch upsert mixed (default=replace)'],
  [/^POST .*upsert$/, undefined, 'batch upsert all new'],
  [/^POST .*update$/, undefined, 'batch update all missing'],
  [/^POST .*merge$/, undefined, 'batch merge'],
  [/^POST .*delete$/, /:u98"/, 'batch delete mixed'],
  [/^POST .*delete$/, undefined, 'batch delete ok'],
  [/^POST .*query$/, undefined, 'POST query'],
  [/^GET .*\/entities$/, undefined, 'no params at all'],
  [/limit=0&count=true$/, undefined, 'limit=0 count'],
  [/count=true&limit=2$/, undefined, 'count'],
  [/limit=-1$/, undefined, 'limit=-1'],
  [/offset=100000$/, undefined, 'offset beyond'],
  [/orderBy=/, undefined, 'orderBy'],
  [/join=/, undefined, 'join'],
  [/limit=3&options=keyValues$/, undefined, 'type'],
  [/q=temperature>27$/, undefined, 'q=temperature>27'],
  [/q=\(temperature/, undefined, 'q=(temperature<3|temperature>29);name=="beta"'],
  [/q=name!="beta"$/, undefined, 'q=name!="beta"'],
  [/q=name~=al$/, undefined, 'q=name~=al'],
  [/q=name!~=al$/, undefined, 'q=name!~=al'],
  [/q=temperature==5\.\.7$/, undefined, 'q=temperature==5..7'],
  [/q=temperature==5,7$/, undefined, 'q=temperature==5,7'],
  [/q=!humidity$/, undefined, 'q=!humidity'],
  [/q=address\[city\]/, undefined, 'q=address[city]=="Berlin"'],
  [/q=temperature\.unitCode/, undefined, 'q=temperature.unitCode=="FAH"'],
  [/q=temperature\.observedAt/, undefined, 'q=temperature.observedAt>2024-05-01T10:29:00Z'],
  [/q=temperature>$/, undefined, 'q=temperature>'],
  [/q=temperature=5$/, undefined, 'q=temperature=5'],
  [/georel=near.*coordinates=9/, undefined, 'near coordinates without brackets'],
  [/georel=near/, undefined, 'near maxDistance'],
  [/georel=within.*\[9,49\.1\]\]\]/, undefined, 'within polygon, not closed'],
  [/georel=within/, undefined, 'within polygon'],
  [/georel=intersects/, undefined, 'intersects'],
  [/georel=disjoint/, undefined, 'disjoint'],
  [/georel=equals/, undefined, 'equals'],
  [/georel=contains/, undefined, 'contains'],
  [/georel=overlaps/, undefined, 'overlaps'],
  [/^GET .*local=true$/, undefined, 'read from unknown tenant'],
  [/^GET .*:q1$/, undefined, 'get without tenant'],
  [/^DELETE .*\/entities\?type=/, undefined, 'DELETE entities by type (purge)'],
  [/^GET .*\/entities\?type=/, undefined, 'type, default limit'],
  [/^POST .*subscriptions$/, /:s1"/, 'create subscription', 'create subscription duplicate'],
  [/^POST .*subscriptions$/, /:s2"/, 'subscription without notification'],
  [/^POST .*subscriptions$/, /expiresAt/, 'subscription expiresAt past'],
  [/^POST .*subscriptions$/, /timeInterval/, 'subscription timeInterval'],
  [/^POST .*subscriptions$/, /showChanges/, 'sub showChanges'],
  [/^POST .*subscriptions$/, /sysAttrs/, 'sub sysAttrs'],
  [/^POST .*subscriptions$/, /notificationTrigger/, 'sub entityDeleted trigger'],
  [/^GET .*subscriptions$/, undefined, 'list subscriptions'],
  [/^GET .*:s99$/, undefined, 'get subscription 404'],
  [/^GET .*:s1$/, undefined, 'get subscription', 'get subscription paused'],
  [/^PATCH .*subscriptions/, undefined, 'patch subscription'],
  [/^DELETE .*subscriptions\/.*:s1$/, undefined, 'delete subscription', 'delete subscription again'],
]

/** By what a request looks like; the second time a request comes, its second answer. */
const chooser = (): Choose => {
  const times = new Map<Row, number>()
  return (method, url, body, { accept }) => {
    if (method === 'GET' && url.startsWith(`${e}/`) && url.endsWith(':1')) {
      if (accept === 'application/ld+json') return 'retrieve Accept ld+json'
      if (accept === 'application/geo+json') return 'retrieve Accept geo+json'
      return accept === 'text/html' ? 'retrieve Accept text/html' : 'retrieve, with Link'
    }
    const row = rows.find(
      ([request, wanted]) => request.test(`${method} ${url}`) && (wanted === undefined || wanted.test(body)),
    )
    if (row === undefined) return undefined
    const [, , ...titles] = row
    const time = times.get(row) ?? 0
    times.set(row, time + 1)
    return titles[Math.min(time, titles.length - 1)]
  }
}

/** What the notes on the live broker name, by the request that shows it; in one mode or in both. */
const deviations: readonly (readonly [mode: OrionMode | 'both', request: string, gives: RegExp])[] = [
  // 1. Status codes
  ['both', 'keyValues with sysAttrs', /400/],
  ['both', 'HEAD of an entity', /400/],
  ['both', 'PUT of all entities', /without the "type" of a problem/],
  ['both', 'pick', /400/],
  ['both', 'with linked entities', /400/],
  ['both', 'with a VocabProperty', /400/],
  ['both', 'with a ListProperty', /400/],
  ['both', 'with two types', /400/],
  ['default', 'with a LanguageProperty', /501/],
  ['default', 'with a JsonProperty', /400/],
  ['default', 'with a scope', /400/],
  ['default', 'one attribute', /404/],
  ['both', 'first page of several (6.3.10)', /no Link with rel="next"/],
  ['both', 'read from a tenant that is not there', /NonExistingTenant/],
  ['both', 'by type', /501/],
  ['both', 'new', /503|vm:1026/],
  ['default', 'with timeInterval', /501/],
  ['default', 'with showChanges', /400/],
  ['default', 'with sysAttrs', /400/],
  ['default', 'with notificationTrigger', /400/],
  ['experimental', 'with notificationTrigger', /501/],
  ['experimental', 'that are not there', /without the "type" of a problem/],
  ['experimental', 'one of two exists', /attributeName/],
  // 2. Batches
  ['default', 'one exists, one is new', /BadRequestData|207/],
  ['default', 'options=update, one exists, one is new', /207/],
  ['default', 'one id twice', /207/],
  ['default', 'nothing is there', /400/],
  ['both', 'all exist', /404/],
  ['default', '1001 that exist', /207/],
  ['experimental', '1001 that exist', /500/],
  // 3. Queries
  ['default', 'name!~=al', /not without al/],
  ['both', 'temperature=5', /answered 200/],
  ['experimental', 'near, counted', /counts -2/],
  ['default', 'within a ring that is not closed', /answered 200/],
  ['experimental', 'equals', /501/],
  ['both', 'contains', /400|501/],
  ['default', 'overlaps', /400/],
  ['default', 'coordinates without brackets', /answered 200/],
  // 5. Notifications
  ['both', 'to an address with a query', /\?a=1\?subscriptionId=/],
  ['default', 'of a batch of three', /told 1 of 3/],
  ['default', 'while the subscription is paused', /notifies though/],
  ['default', 'to a receiver that answers 500', /counts it as a success/],
  // 4. Fidelity
  ['experimental', 'with an integer of 2^53', /sent .* for 9007199254740992/],
]

const live = shared('orion-ld-live')

describe.skipIf(!live.present)(
  `the behaviour of an Orion-LD as recorded (${live.present ? 'two modes' : live.reason})`,
  () => {
    it.each<OrionMode>(['default', 'experimental'])('in mode %s names its deviations', async (mode) => {
      const replay = await startOrionReplay(mode, chooser())
      try {
        const { results } = await brokerBehaviour({ broker: replay.url })
        const found = results.filter(({ state }) => state === 'deviates')
        const missing = deviations
          .filter(([where]) => where === 'both' || where === mode)
          .filter(
            ([, request, gives]) =>
              !found.some(({ asks, deviation }) => asks === request && gives.test(deviation ?? '')),
          )
        expect(missing.map(([, request, gives]) => `${request}: ${gives}`)).toEqual([])
        expect(results.filter(({ state }) => state === 'as it should').length).toBeGreaterThan(50)
      } finally {
        await replay.close()
      }
    })
  },
)
