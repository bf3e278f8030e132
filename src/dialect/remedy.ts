import type { DialectName } from './dialect.js'

/** What is known of an error answer. */
export interface Complaint {
  readonly dialect: DialectName
  readonly status: number
  readonly kind?: string | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
}

interface Rule {
  readonly when: (complaint: Complaint, said: string) => boolean
  readonly remedy: string
}

/** Known complaints of brokers and what to do; the first that fits counts. */
const rules: readonly Rule[] = [
  {
    when: ({ kind }) => kind === 'NonexistentTenant',
    remedy: 'nothing has been written to this tenant yet, or its name is misspelt',
  },
  {
    when: ({ kind, status }) => kind === 'LdContextNotAvailable' || (status === 503 && kind === undefined),
    remedy: 'the broker itself must be able to fetch the @context URL; host it with city.contexts.host(…)',
  },
  {
    when: (_complaint, said) => /too broad query/i.test(said),
    remedy: 'add a type, an attribute condition or a geo condition',
  },
  {
    when: (_complaint, said) => /unknown uri parameter/i.test(said),
    remedy: 'this broker does not know that parameter; check city.info() for what it can do',
  },
  {
    when: (_complaint, said) => /non-?matching entity type/i.test(said),
    remedy: 'the stored entity has another type IRI; two writers use different @contexts',
  },
  {
    when: ({ status }) => status === 413,
    remedy: 'the body is too large for the broker; lower batchSize or maxBytes',
  },
  {
    when: ({ status, kind }) => status === 403 && kind === undefined,
    remedy: 'the account lacks the right, or a gateway stands before the broker',
  },
  {
    when: ({ status }) => status === 401,
    remedy: 'give auth to connect(), or a fresh token',
  },
  {
    when: ({ status, kind }) => status === 403 && (kind === 'TooManyResults' || kind === 'TooComplexQuery'),
    remedy: 'ask for less at once: a smaller limit or a narrower condition',
  },
  {
    when: ({ dialect, status, title, detail }) =>
      dialect === 'scorpio' && status === 400 && /bad request data/i.test(`${title} ${detail}`),
    remedy: 'Scorpio refuses any text holding "value=null" or "type=null"; look for one in the data',
  },
  {
    when: ({ dialect, status }, said) =>
      dialect.startsWith('orion-ld') && status === 500 && /mongocEntitiesUpsert/.test(said),
    remedy:
      'more than 800 ids in one batch, or two writers creating the same entity; send it again in smaller batches',
  },
  {
    when: ({ dialect, status }, said) =>
      dialect.startsWith('orion-ld') && status === 501 && /mintaka|troe/i.test(said),
    remedy: 'this Orion-LD keeps no history; start it with TRoE, or use Mintaka',
  },
]

/** What to do about a known complaint, or undefined. */
export const remedyFor = (complaint: Complaint): string | undefined => {
  const said = `${complaint.title ?? ''} ${complaint.detail ?? ''}`
  return rules.find((rule) => rule.when(complaint, said))?.remedy
}
