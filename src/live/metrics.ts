import type { LiveStatus } from './live-subscription.js'

interface Metric {
  readonly name: string
  readonly kind: 'counter' | 'gauge'
  readonly help: string
  readonly value: (status: LiveStatus) => number | undefined
}

const metrics: readonly Metric[] = [
  { name: 'received_total', kind: 'counter', help: 'Entities in notifications', value: (s) => s.received },
  { name: 'delivered_total', kind: 'counter', help: 'Changes handed over', value: (s) => s.delivered },
  { name: 'duplicates_total', kind: 'counter', help: 'Told before, left out', value: (s) => s.duplicates },
  { name: 'late_total', kind: 'counter', help: 'Older than what was told, left out', value: (s) => s.late },
  { name: 'reconciled_total', kind: 'counter', help: 'Found by comparing', value: (s) => s.reconciled },
  {
    name: 'read_back_total',
    kind: 'counter',
    help: 'Read from the broker to settle order',
    value: (s) => s.readBack,
  },
  {
    name: 'dead_letters_total',
    kind: 'counter',
    help: 'Given up by the handler',
    value: (s) => s.deadLetters,
  },
  {
    name: 'revived_total',
    kind: 'counter',
    help: 'Times the subscription was woken',
    value: (s) => s.revived,
  },
  {
    name: 'overflowed_total',
    kind: 'counter',
    help: 'Notifications refused for lack of room',
    value: (s) => s.overflowed,
  },
  { name: 'waiting', kind: 'gauge', help: 'Changes that wait for the handler', value: (s) => s.waiting },
  { name: 'known_entities', kind: 'gauge', help: 'Entities that are remembered', value: (s) => s.known },
  {
    name: 'lag_seconds',
    kind: 'gauge',
    help: 'From the last change to its delivery',
    value: (s) => (s.lagMs === undefined ? undefined : s.lagMs / 1000),
  },
  {
    name: 'broker_failures',
    kind: 'gauge',
    help: 'Failed notifications as the broker counts them',
    value: (s) => s.health?.timesFailed,
  },
]

const label = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** Writes the status of subscriptions in the text format of Prometheus. */
export const metricsText = (statuses: readonly LiveStatus[]): string =>
  metrics
    .map(({ name, kind, help, value }) => {
      const full = `city_context_subscription_${name}`
      const samples = statuses.flatMap((status) => {
        const number = value(status)
        return number === undefined
          ? []
          : [`${full}{subscription="${label(status.subscriptionId)}"} ${number}\n`]
      })
      return samples.length === 0 ? '' : `# HELP ${full} ${help}\n# TYPE ${full} ${kind}\n${samples.join('')}`
    })
    .join('')
