import type { Model } from '../model/descriptor.js'
import type { ResolvedProfile } from '../profile/profile.js'
import { readProfile } from '../profile/profile-file.js'
import { type BrokerEntitiesOptions, typesInBroker } from './broker-entities.js'
import { createChecker } from './checker.js'
import { createContextAddresses } from './context-addresses.js'
import { createJudge } from './judge.js'
import { type CheckSource, payloadSource } from './payload-source.js'
import type { CheckReport } from './report.js'
import { createTargets } from './targets.js'
import { toolVersion } from './tool-version.js'

/** Options of `check`. */
export interface CheckOptions {
  /** The model that payloads must follow, or several by type. @default the bundled models by each payload's type */
  readonly model?: Model | readonly Model[] | undefined
  /** Profile, or file or URL of one. */
  readonly profile?: ResolvedProfile | string | undefined
  /** How many findings the report lists; it counts all. @default 1000 */
  readonly maxIssues?: number | undefined
  /** Name of a source that is no file. @default 'payload' */
  readonly name?: string | undefined
  /** Language of titles. @default 'en' */
  readonly lang?: 'en' | 'nl' | undefined
  /** True where the source tells changes of entities, so that an id may come again. @default false */
  readonly changes?: boolean | undefined
  /** Broker that must hold what relationships point to and the source lacks. @default targets are not looked up */
  readonly targets?: Omit<BrokerEntitiesOptions, 'type'> | undefined
  /** Whether the addresses in `@context` are fetched: each once, 50 at most. @default false */
  readonly contexts?: boolean | undefined
  /** The present, for ages and dates. @default the clock */
  readonly now?: Date | undefined
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined
  /** Whether URLs may lie on this machine or in a private network. @default false */
  readonly allowPrivate?: boolean | undefined
  readonly onProgress?: ((payloads: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const isList = (source: unknown): source is readonly string[] =>
  Array.isArray(source) && source.length > 0 && source.every((item) => typeof item === 'string')

/**
 * Checks entities against their models and a profile: files, `-`, URLs, or values. Simplified, concise and normalized
 * NGSI-LD, GeoJSON and NGSIv2 are recognised. Never throws for data, however broken; throws a UsageError for a missing file
 * or a profile that cannot be read.
 */
export const check = async (
  source: CheckSource | readonly string[],
  options: CheckOptions = {},
): Promise<CheckReport> => {
  const { profile: given, now = new Date(), maxIssues = 1000, lang = 'en', signal, onProgress } = options
  const profile = typeof given === 'string' ? await readProfile(given, options) : given
  const checker = createChecker(await createJudge(options.model, profile, now), {
    maxIssues,
    targets: options.targets === undefined ? undefined : createTargets(),
    contexts: options.contexts === true ? createContextAddresses() : undefined,
    changes: options.changes,
  })
  const sources: CheckReport['sources'][number][] = []
  for (const one of isList(source) ? source : [source]) {
    const opened = payloadSource(one, options)
    const before = checker.payloads()
    for await (const payload of opened.payloads()) {
      signal?.throwIfAborted()
      checker.take(payload)
      if (checker.payloads() % 1000 === 0) onProgress?.(checker.payloads())
    }
    sources.push({ name: opened.name, payloads: checker.payloads() - before, sha256: opened.sha256() })
  }
  if (options.targets !== undefined) await checker.takeTargets(typesInBroker({ signal, ...options.targets }))
  await checker.takeContexts({ signal, allowPrivate: options.allowPrivate })
  return checker.report(sources, await toolVersion(), lang)
}
