import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { parse } from 'yaml'
import type { SubscriptionDocument } from '../client/subscription-document.js'
import { UsageError } from '../errors.js'
import { subscriptionId } from '../live/declaration.js'
import { diagnose } from '../live/diagnosis.js'
import { applyPlan, planSubscriptions, type SubscriptionPlan } from '../live/plan.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'

interface Options extends BrokerOptions {
  readonly json?: boolean | undefined
  readonly prune?: boolean | undefined
  readonly tenants?: string | undefined
}

const readDesired = async (file: string, io: Io): Promise<readonly JsonObject[]> => {
  let text: string
  try {
    text = await readFile(resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
  let content: unknown
  try {
    content = parse(text, { maxAliasCount: 50 })
  } catch (error) {
    throw new UsageError(`${file} is no YAML or JSON: ${(error as Error).message.split('\n')[0]}`)
  }
  const list = isObject(content) ? content['subscriptions'] : content
  if (!Array.isArray(list))
    throw new UsageError(`${file} must hold a list of subscriptions, or { subscriptions: […] }`)
  return list.map((item: unknown, index) => {
    const name = isObject(item) ? item['subscriptionName'] : undefined
    if (!isObject(item) || typeof name !== 'string')
      throw new UsageError(`${file}: subscription ${index + 1} needs a subscriptionName`)
    return { type: 'Subscription', id: subscriptionId(name), ...item }
  })
}

const planLine = ({ action, name }: SubscriptionPlan['steps'][number]): string =>
  `${action.padEnd(9)} ${name}\n`

const showPlan = (plan: SubscriptionPlan, options: Options, io: Io): void => {
  if (options.json === true) io.stdout.write(`${JSON.stringify(plan)}\n`)
  else for (const step of plan.steps) io.stdout.write(planLine(step))
}

const plan = async (file: string, options: Options, io: Io): Promise<void> => {
  const desired = await readDesired(file, io)
  await using city = await connectBroker(options, io)
  const made = await planSubscriptions(city, desired, {
    prune: options.prune,
    context: options.context,
    signal: io.signal,
  })
  showPlan(made, options, io)
  // A plan that would change something answers "no" to "is everything as it should be?".
  if (made.steps.some(({ action }) => action !== 'keep')) io.exitCode = 1
}

const apply = async (file: string, options: Options, io: Io): Promise<void> => {
  const desired = await readDesired(file, io)
  await using city = await connectBroker(options, io)
  const given = { prune: options.prune, context: options.context, signal: io.signal }
  const made = await planSubscriptions(city, desired, given)
  await applyPlan(city, made, given)
  showPlan(made, options, io)
}

const row = (one: SubscriptionDocument): string => {
  const { notification } = one
  const state = one.isActive === false ? 'paused' : (one.status ?? 'active')
  return `${state.padEnd(8)} ${one.subscriptionName ?? one.id}  →  ${notification?.endpoint?.uri ?? '?'}  sent ${notification?.timesSent ?? 0}, failed ${notification?.timesFailed ?? 0}\n`
}

/** What a broker gives back in clear, secrets of receivers among it, is not shown. */
const withoutSecrets = (one: SubscriptionDocument): JsonObject => {
  const { notification } = one
  if (notification?.endpoint === undefined) return one
  const { receiverInfo: _receiver, notifierInfo: _notifier, ...endpoint } = notification.endpoint
  return { ...one, notification: { ...notification, endpoint } }
}

const list = async (options: Options, io: Io): Promise<void> => {
  await using city = await connectBroker(options, io)
  for await (const one of city.subscriptions.list({ context: options.context, signal: io.signal }))
    io.stdout.write(options.json === true ? `${JSON.stringify(withoutSecrets(one))}\n` : row(one))
}

const doctor = async (name: string, options: Options, io: Io): Promise<void> => {
  await using city = await connectBroker(options, io)
  const causes = await diagnose(city, name, {
    context: options.context,
    tenants: options.tenants?.split(',').map((tenant) => tenant.trim()),
    signal: io.signal,
  })
  if (causes.length > 0) io.exitCode = 1
  if (options.json === true) io.stdout.write(`${JSON.stringify(causes)}\n`)
  else if (causes.length === 0)
    io.stdout.write('no cause found: the subscription is active, its endpoint answers, and entities match\n')
  else
    for (const { cause, evidence, remedy } of causes) io.stdout.write(`${cause}: ${evidence}\n  ${remedy}\n`)
}

const sub = (command: Command, words: string, summary: string): Command =>
  addBrokerOptions(command.command(words).description(summary)).option('--json', 'for machines')

/** `city-context subscriptions`: desired state in a file, and why nothing arrives. */
export const configure: Configure = (command, io) => {
  sub(command, 'list', 'list the subscriptions of a tenant').action((options: Options) => list(options, io))
  sub(command, 'plan <file>', 'tell what apply would do')
    .option('--prune', 'delete those that are not in the file')
    .action((file: string, options: Options) => plan(file, options, io))
  sub(command, 'apply <file>', 'make the broker what the file says')
    .option('--prune', 'delete those that are not in the file')
    .action((file: string, options: Options) => apply(file, options, io))
  sub(command, 'doctor <name>', 'say why nothing arrives; tries the receiver with an empty notification')
    .option('--tenants <names>', 'further tenants to look into, separated by commas')
    .action((name: string, options: Options) => doctor(name, options, io))
  command.addHelpText(
    'after',
    `
Examples:
  city-context subscriptions list --broker http://localhost:1026
  city-context subscriptions plan subscriptions.yaml --broker http://localhost:1026 --prune
  city-context subscriptions apply subscriptions.yaml --broker http://localhost:1026
  city-context subscriptions doctor "parking levels" --broker http://localhost:1026 --tenants harbour,centre`,
  )
}
