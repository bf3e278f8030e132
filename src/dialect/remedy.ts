import type { DialectName } from './dialect.js'

/** What is known of an error answer. */
export interface Complaint {
  readonly dialect: DialectName
  readonly status: number
  readonly kind?: string | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
  /** How often the request was sent. @default 1 */
  readonly attempts?: number | undefined
}

type Rule = readonly [when: (complaint: Complaint, said: string) => boolean, remedy: string]

const isOrion = ({ dialect }: Complaint): boolean => dialect.startsWith('orion-ld')
const says =
  (pattern: RegExp) =>
  (_: Complaint, said: string): boolean =>
    pattern.test(said)
const withStatus =
  (...statuses: readonly number[]) =>
  ({ status }: Complaint): boolean =>
    statuses.includes(status)

/** Complaints of one broker, in its own words; before the general ones, for they say more. */
const ofOneBroker: readonly Rule[] = [
  [
    ({ dialect, kind }) => dialect === 'stellio' && kind === 'NonexistentTenant',
    'Stellio takes the tenants of its own configuration only (APPLICATION_TENANTS_0_NAME and so on)',
  ],
  [
    ({ dialect, status, title, detail }) =>
      dialect === 'scorpio' && status === 400 && /bad request data/i.test(`${title} ${detail}`),
    'Scorpio refuses any text holding "value=null" or "type=null"; look for one in the data',
  ],
  [says(/missing FROM-clause/i), 'a fault of Scorpio 5.0.9 in upserts that update; take another version'],
  [says(/mintaka|troe/i), 'this Orion-LD keeps no history; start it with TRoE, or use Mintaka'],
  [
    (complaint, said) => isOrion(complaint) && complaint.status === 500 && /mongocEntitiesUpsert/.test(said),
    'more than 800 ids in one batch, or two writers creating the same entity; send it again in smaller batches',
  ],
  [
    (complaint, said) => isOrion(complaint) && complaint.status === 500 && /database error/i.test(said),
    'the broker could not use its database; is MongoDB well, and of a version that this Orion-LD can use?',
  ],
  [
    (complaint, said) => isOrion(complaint) && /can't have system attributes/i.test(said),
    'system attributes come with the normalized or concise form only',
  ],
  [
    (complaint, said) =>
      isOrion(complaint) && complaint.status === 501 && /invalid attribute type/i.test(said),
    'the default mode of Orion-LD has no language properties; start it with -mongocOnly -experimental',
  ],
  [
    says(/combination entity\/attributes not found/i),
    'the entity is there, but has none of the attributes that were asked for',
  ],
  [
    says(/attempt to transform a/i),
    'an attribute keeps its kind; delete it first, or write with the kind that it has',
  ],
  [
    (complaint, said) => isOrion(complaint) && /service not found/i.test(said),
    'this Orion-LD has no such request; those of newer versions of the standard need the option -mongocOnly',
  ],
  [
    says(/unknown (notification )?field|invalid field for subscription/i),
    'this broker does not know that member of a subscription; leave it out',
  ],
  [
    says(/invalid tenant name/i),
    'Orion-LD takes at most 52 letters, digits and underscores, and makes capitals small',
  ],
]

/** Complaints that any broker, or what stands before it, may have. */
const ofAny: readonly Rule[] = [
  [
    ({ kind }) => kind === 'NonexistentTenant',
    'nothing has been written to this tenant yet, or its name is misspelt',
  ],
  [
    ({ kind }) => kind === 'LdContextNotAvailable',
    'the broker itself must be able to fetch the @context URL; host it with city.contexts.host(…)',
  ],
  [
    // A gateway may answer 503 for a broker that has acted.
    ({ kind, attempts = 1 }) => kind === 'AlreadyExists' && attempts > 1,
    'an earlier attempt of this request may have created it; read it to see whose it is',
  ],
  [says(/too broad query/i), 'add a type, an attribute condition or a geo condition'],
  [
    says(/(unknown|unsupported) uri parameter|not supported url parameter/i),
    'this broker does not know that parameter; check city.info() for what it can do',
  ],
  [
    says(/non-?matching entity type/i),
    'the stored entity has another type IRI; two writers use different @contexts',
  ],
  [withStatus(413), 'the body is too large for the broker; lower batchSize or maxBytes'],
  [withStatus(414, 431), 'address and headers are too long; ask for fewer ids at once, or shorten the token'],
  [withStatus(401), 'give auth to connect(), --token on the command line, or a fresh token'],
  [
    ({ status, kind }) => status === 403 && (kind === 'TooManyResults' || kind === 'TooComplexQuery'),
    'ask for less at once: a smaller limit or a narrower condition',
  ],
  [
    ({ status, kind }) => status === 403 && kind === undefined,
    'the account lacks the right, or a gateway stands before the broker',
  ],
  [
    withStatus(301, 302, 303, 307, 308),
    'give connect() the address that it redirects to, such as https; a sign-in page means that auth is missing',
  ],
  [
    ({ status, kind, title, detail }) =>
      status === 404 && kind === undefined && title === undefined && detail !== undefined,
    'no broker answers at this path; check the address, its port and the prefix of a reverse proxy',
  ],
  [
    ({ status, kind }) => status === 407 && kind === undefined,
    'the forward proxy wants credentials: proxy: "http://user:password@host:port"',
  ],
  [withStatus(405, 501), 'this broker does not have that operation; see city.info()'],
  [
    ({ status, kind }) => (status === 502 || status === 504) && kind === undefined,
    'a proxy got no answer from the broker; is it running, and is the time limit of the proxy long enough?',
  ],
  [
    ({ status, kind }) => status === 503 && kind === undefined,
    'the broker is starting, stopping or overloaded; ask again later',
  ],
]

const rules = [...ofOneBroker, ...ofAny]

/** What to do about a known complaint, or undefined; the first rule that fits counts. */
export const remedyFor = (complaint: Complaint): string | undefined => {
  const said = `${complaint.title ?? ''} ${complaint.detail ?? ''}`
  return rules.find(([when]) => when(complaint, said))?.[1]
}
