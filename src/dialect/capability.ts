import type { Capability } from './dialect.js'

/** What a capability is in the words of its users, and what the library does where a broker lacks it. */
export interface CapabilityWords {
  readonly what: string
  /** `emulated`: the same call gives the same result. `differs`: it works, with a difference. `refused`: an error says so. */
  readonly without: 'emulated' | 'differs' | 'refused'
  readonly how: string
}

/** One entry per capability. */
export const capabilityWords: Readonly<Record<Capability, CapabilityWords>> = {
  merge: {
    what: 'merge of one entity',
    without: 'emulated',
    how: 'read, batch upsert, deletion of attributes',
  },
  replace: { what: 'replacement of one entity', without: 'emulated', how: 'batch upsert' },
  batchMerge: {
    what: 'merge in batches',
    without: 'differs',
    how: 'update replaces each given attribute whole, its metadata with it',
  },
  upsertUpdate: { what: 'upsert that keeps other attributes', without: 'refused', how: 'use mode replace' },
  purge: { what: 'purge', without: 'refused', how: 'use deleteWhere, which collects ids and deletes those' },
  pick: {
    what: 'reading some attributes only',
    without: 'emulated',
    how: 'all are read, the others left out here',
  },
  orderBy: {
    what: 'order of results',
    without: 'emulated',
    how: 'up to 50,000 results are put in order here',
  },
  join: {
    what: 'linked entities',
    without: 'differs',
    how: 'relationships are followed with requests of their own; conditions through one are refused',
  },
  notMatches: { what: 'q with "!~="', without: 'emulated', how: 'checked here' },
  quoteInString: { what: 'q texts with quotes or line breaks', without: 'emulated', how: 'checked here' },
  expandValues: { what: 'conditions on vocabulary terms', without: 'emulated', how: 'checked here' },
  datasetIdFilter: {
    what: 'reading some instances only',
    without: 'emulated',
    how: 'all are read, the others left out here',
  },
  idPatternInBody: {
    what: 'idPattern in a long query',
    without: 'refused',
    how: 'a query too long for a URL goes without idPattern',
  },
  scope: {
    what: 'scopes',
    without: 'refused',
    how: 'inScope is refused, entities with a scope by the broker',
  },
  language: {
    what: 'language properties',
    without: 'refused',
    how: 'lang is refused, such attributes by the broker',
  },
  multipleTypes: { what: 'entities of several types', without: 'refused', how: 'by the broker' },
  temporal: { what: 'history', without: 'refused', how: 'record changes from a subscription' },
  registrations: { what: 'context source registrations', without: 'refused', how: 'by the broker' },
  hostedContexts: {
    what: 'hosting of an @context',
    without: 'refused',
    how: 'put it on a web server that the broker reaches',
  },
  entityMap: {
    what: 'entity maps',
    without: 'emulated',
    how: 'pages overlap, and each id is remembered here',
  },
  systemTimesInQ: {
    what: 'q on createdAt and modifiedAt',
    without: 'emulated',
    how: 'live subscriptions compare whole pages instead',
  },
  subscriptionExtras: {
    what: 'timeInterval, showChanges and sysAttrs of subscriptions',
    without: 'differs',
    how: 'left out where the library asks for them, refused where you do',
  },
  notificationTrigger: {
    what: 'choice of what triggers a notification',
    without: 'differs',
    how: 'deletions are found by comparing',
  },
  subscriptionUpdate: {
    what: 'change of a subscription',
    without: 'emulated',
    how: 'deleted and created anew under its id',
  },
  deleteNotifications: {
    what: 'notification of deletions',
    without: 'differs',
    how: 'found by comparing, some time later',
  },
  datasetId: {
    what: 'several instances of an attribute in batches',
    without: 'refused',
    how: 'by the broker',
  },
}
