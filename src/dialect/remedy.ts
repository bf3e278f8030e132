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
    when: ({ kind }) => kind === 'LdContextNotAvailable',
    remedy: 'the broker itself must be able to fetch the @context URL; host it with city.contexts.host(…)',
  },
  {
    when: (_complaint, said) => /too broad query/i.test(said),
    remedy: 'add a type, an attribute condition or a geo condition',
  },
  {
    when: ({ status, kind }) => kind === undefined && status >= 502 && status <= 504,
    remedy:
      'a gateway answered, not the broker: look whether the broker runs, and whether the gateway waits long enough',
  },
  {
    when: (_complaint, said) => /service not found/i.test(said),
    remedy:
      'this broker has no such request; check that the URL is the root of the broker, and city.info() for what it can do',
  },
  {
    when: (_complaint, said) => /combination entity\/attributes not found/i.test(said),
    remedy: 'the entity is there, but has none of the attributes that were asked for',
  },
  {
    when: ({ dialect }, said) => dialect.startsWith('orion-ld') && /can't have system attributes/i.test(said),
    remedy: 'system attributes come with the normalized or concise form only',
  },
  {
    when: ({ dialect, status }, said) =>
      dialect.startsWith('orion-ld') && status === 501 && /invalid attribute type/i.test(said),
    remedy:
      'the default mode of Orion-LD has no language properties; start it with -mongocOnly -experimental',
  },
  {
    when: (_complaint, said) => /attempt to transform a/i.test(said),
    remedy: 'an attribute keeps its kind; delete it first, or write with the kind that it has',
  },
  {
    when: ({ status }) => status === 431,
    remedy: 'the address and headers are too long; ask for less at once, or check for an overlong token',
  },
  {
    when: (_complaint, said) => /unknown uri parameter|unsupported uri parameter/i.test(said),
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
    remedy:
      'where the data is right: Scorpio refuses any text holding "value=null" or "type=null"; look for one',
  },
  {
    when: ({ dialect, status }, said) =>
      dialect.startsWith('orion-ld') && status === 500 && /mongocEntitiesUpsert/.test(said),
    remedy:
      'more than 800 ids in one batch, or two writers creating the same entity; send it again in smaller batches',
  },
  {
    when: ({ dialect, status }, said) =>
      dialect.startsWith('orion-ld') && (status === 501 || status === 503) && /mintaka|troe/i.test(said),
    remedy: 'this Orion-LD keeps no history; start it with TRoE, or use Mintaka',
  },
]

/** What to do about a known complaint, or undefined. */
export const remedyFor = (complaint: Complaint): string | undefined => {
  const said = `${complaint.title ?? ''} ${complaint.detail ?? ''}`
  return rules.find((rule) => rule.when(complaint, said))?.remedy
}
