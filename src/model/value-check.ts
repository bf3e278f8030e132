import type { Issue } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import type {
  AttributeDescriptors,
  CheckError,
  Lenience,
  ValidateOptions,
  ValuesCheck,
} from './descriptor.js'
import { issueOf, pathOf, segmentsOf } from './explanation.js'
import { everyLenience, type Leniency, otherCardinality, withZone } from './lenience.js'

/** What the second pass needs to know of the values that failed. */
export interface FailedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly attributes: AttributeDescriptors
  /** Member that carried the value, by attribute name, where it was not bare. */
  readonly members: ReadonlyMap<string, string>
  /** The attribute as it was written, where its kind was only implied. */
  readonly written: ReadonlyMap<string, unknown>
}

interface Search extends FailedValues {
  readonly check: ValuesCheck
  readonly pending: Record<string, unknown>
  readonly granted: readonly Lenience[]
  readonly onLenience: ((issue: Issue) => void) | undefined
}

/** The outermost error: where several shapes were tried, the last one says so. */
const errorOf = (check: ValuesCheck): CheckError | undefined => check.errors?.at(-1)

/** Tells whether an attribute passes with another value; it is checked alone, so that no other error hides its own. */
const passes = ({ check }: Search, name: string, value: unknown): boolean => {
  if (check({ [name]: value }, '')) return true
  const error = errorOf(check)
  return error !== undefined && segmentsOf(error[0])[0] !== name
}

const grant = (search: Search, name: string, leniency: Leniency): void => {
  search.pending[name] = leniency.value
  search.onLenience?.({
    path: name,
    rule: `lenience.${leniency.lenience}`,
    message: `passes only by the lenience "${leniency.lenience}"`,
  })
}

/** Tries the ways in which a value may be meant; true where one of them passes. */
const lenient = (search: Search, name: string, error: CheckError): boolean => {
  const { pending, granted, attributes, written } = search
  const descriptor = attributes[name]
  if (written.has(name) && pending[name] !== written.get(name) && passes(search, name, written.get(name))) {
    pending[name] = written.get(name)
    return true
  }
  const typed = pending[name]
  if (isObject(typed) && typeof typed['@type'] === 'string' && Object.hasOwn(typed, '@value')) {
    // A typed value, { "@type": "DateTime", "@value": … }, means its value, also where it stands bare.
    pending[name] = typed['@value']
    return true
  }
  const zoned = error[2] === 'time' ? withZone(pending[name], segmentsOf(error[0]).slice(1)) : undefined
  if (zoned !== undefined && granted.includes('time-without-zone')) {
    grant(search, name, zoned)
    return true
  }
  if (descriptor === undefined) return false
  const others = otherCardinality(descriptor, pending[name]).filter(({ lenience }) =>
    granted.includes(lenience),
  )
  const [first] = others
  if (first === undefined || !others.every(({ value }) => passes(search, name, value))) return false
  grant(search, name, first)
  return true
}

/** Takes what was told out of the values, so that the next check finds the next error. */
const remove = (
  search: Search,
  name: string,
  segments: readonly string[],
  offsets: Map<string, number>,
): void => {
  const value = search.pending[name]
  const index = Number(segments[1])
  if (
    Array.isArray(value) &&
    Number.isInteger(index) &&
    segments[1] !== undefined &&
    index + 1 < value.length
  ) {
    search.pending[name] = value.slice(index + 1)
    offsets.set(name, (offsets.get(name) ?? 0) + index + 1)
  } else delete search.pending[name]
}

const atPath = (value: unknown, segments: readonly string[]): unknown =>
  segments.reduce<unknown>(
    (here, part) =>
      typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[part] : undefined,
    value,
  )

const shifted = (error: CheckError, offset: number): CheckError => {
  if (offset === 0) return error
  const [name = '', index = '', ...rest] = segmentsOf(error[0])
  const pointer = [name, /^\d+$/.test(index) ? String(Number(index) + offset) : index, ...rest]
  return [`/${pointer.join('/')}`, error[1], error[2]]
}

/**
 * Finds what is wrong with values that failed their check: one attribute after the other is told and taken out.
 * Leniences that make a value pass are reported and are no issue. At most `limit` issues.
 */
export const explainValues = (
  failed: FailedValues,
  check: ValuesCheck,
  limit: number,
  options: ValidateOptions | undefined,
): readonly Issue[] => {
  const issues: Issue[] = []
  const offsets = new Map<string, number>()
  const search: Search = {
    ...failed,
    check,
    pending: { ...failed.values },
    granted: options?.leniences ?? everyLenience,
    onLenience: options?.onLenience,
  }
  // Each round grants a lenience, removes an attribute, or shortens a list: it ends.
  for (let rounds = 0; issues.length < limit && rounds < 10_000; rounds += 1) {
    if (check(search.pending, '')) break
    const error = errorOf(check)
    if (error === undefined) break
    const segments = segmentsOf(error[0])
    const [name] = segments
    if (name === undefined) {
      if (issues.length === 0)
        issues.push({
          path: pathOf([]),
          rule: 'model.shape',
          message: `does not fit the model as a whole (${error[1]})`,
        })
      break
    }
    if (lenient(search, name, error)) continue
    const value = atPath(search.pending, segments)
    issues.push(
      issueOf(
        shifted(error, offsets.get(name) ?? 0),
        value,
        failed.attributes[name],
        failed.members.get(name),
      ),
    )
    remove(search, name, segments, offsets)
  }
  return issues
}
