import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = ['client', 'reference', 'bulk', 'subscriptions'].map((name) => read(`docs/${name}.md`)).join('')

/** Names of an interface's members, without those that TypeScript alone sees. */
const membersOf = (file: string, name: string): readonly string[] => {
  const body = new RegExp(`^export interface ${name}\\b[^]*?^}`, 'm').exec(read(file))?.[0] ?? ''
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)].flatMap(([, member]) => member ?? [])
}

const exported = [...read('src/index.ts').matchAll(/\b([a-z]\w+)(?=[,\s}])/g)].flatMap(
  ([, name]) => name ?? [],
)
const words = new Set(['export', 'type', 'from'])

describe('docs/client.md, reference.md, bulk.md and subscriptions.md name', () => {
  it.each([
    ['src/client/query.ts', 'Query'],
    ['src/client/place.ts', 'NearOptions'],
    ['src/client/client.ts', 'Client'],
    ['src/connect.ts', 'City'],
    ['src/client/connection.ts', 'ConnectOptions'],
    ['src/http/request-spec.ts', 'TransportOptions'],
    ['src/http/request-spec.ts', 'ExchangeTrace'],
    ['src/client/upsert-options.ts', 'UpsertOptions'],
    ['src/client/deletion.ts', 'DeleteWhereOptions'],
    ['src/client/deletion.ts', 'Deletion'],
    ['src/client/deletion.ts', 'PurgeOptions'],
    ['src/client/entity.ts', 'GetOptions'],
    ['src/client/entity-merge.ts', 'MergeOptions'],
    ['src/client/attribute-update.ts', 'AppendOptions'],
    ['src/client/attribute-update.ts', 'AttributeReport'],
    ['src/client/outcome.ts', 'UpsertReport'],
    ['src/client/outcome.ts', 'Progress'],
    ['src/client/journal.ts', 'JournalOptions'],
    ['src/client/history-request.ts', 'TimeWindow'],
    ['src/client/history.ts', 'HistoryQuery'],
    ['src/client/history.ts', 'HistoryAccess'],
    ['src/client/attribute-access.ts', 'AttributeAccess'],
    ['src/client/discovery.ts', 'BrokerInfo'],
    ['src/client/hosted-context.ts', 'HostedContexts'],
    ['src/client/subscriptions.ts', 'Subscriptions'],
    ['src/model/extend.ts', 'AttributeOptions'],
    ['src/live/declaration.ts', 'SubscriptionOptions'],
    ['src/live/live-subscription.ts', 'SubscribeOptions'],
    ['src/live/live-subscription.ts', 'LiveSubscription'],
    ['src/live/hub.ts', 'HubOptions'],
    ['src/live/change.ts', 'Change'],
  ])('every member of %s %s', (file, name) => {
    const members = membersOf(file, name).filter((member) => member !== 'baseUrl' && member !== 'url')
    expect(members.length).toBeGreaterThan(0)
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(page))).toEqual([])
  })

  it('every function that the library exports for reading and writing', () => {
    const functions = exported.filter((name) => !words.has(name))
    expect(functions.length).toBeGreaterThan(15)
    expect(functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([])
  })
})
