import type { DescribedModel } from './describe.js'
import type { AttributeDescriptor } from './descriptor.js'
import { coreTerms, type TermMap } from './term-map.js'

/** The rules of a vocabulary's lint. */
export const lintRules = [
  'same-name-other-iri',
  'same-iri-other-type',
  'same-iri-other-enum',
  'same-name-other-unit',
  'core-overrules',
  'global-context-differs',
] as const

/** One of the rules of the lint. */
export type LintRule = (typeof lintRules)[number]

/** One meaning of a name or IRI, and the models that use it so. */
export interface LintVariant {
  readonly value: string
  readonly models: readonly string[]
}

/** A name or IRI that does not mean the same in every model. */
export interface Collision {
  readonly rule: LintRule
  readonly name: string
  /** 'type' where the name is that of an entity type, not of an attribute. */
  readonly of?: 'type' | undefined
  /** The IRI, where the rule is about one. */
  readonly iri?: string | undefined
  readonly variants: readonly LintVariant[]
}

interface Use {
  readonly name: string
  readonly model: DescribedModel
  readonly descriptor: AttributeDescriptor
}

const grouped = (uses: readonly Use[], keyOf: (use: Use) => string): ReadonlyMap<string, readonly Use[]> => {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const key = keyOf(use)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [use])
    else group.push(use)
  }
  return groups
}

const variantsOf = (
  uses: readonly Use[],
  variantOf: (use: Use) => string | undefined,
): readonly LintVariant[] => {
  const variants = new Map<string, string[]>()
  for (const use of uses) {
    const value = variantOf(use)
    if (value !== undefined) variants.set(value, [...(variants.get(value) ?? []), use.model.path])
  }
  return [...variants].map(([value, models]) => ({ value, models }))
}

const collisions = (
  rule: LintRule,
  groups: ReadonlyMap<string, readonly Use[]>,
  variantOf: (use: Use) => string | undefined,
): readonly Collision[] =>
  [...groups].flatMap(([name, uses]) => {
    const variants = variantsOf(uses, variantOf)
    return variants.length > 1 ? [{ rule, name, variants }] : []
  })

const typeText = ({ descriptor }: Use): string =>
  `${[descriptor.type ?? 'any'].flat().join('|')}${descriptor.many === true ? '[]' : ''}`

const enumText = ({ descriptor }: Use): string | undefined =>
  descriptor.enum === undefined ? undefined : [...descriptor.enum].map(String).sort().join(', ')

/** Collisions of one IRI, told under the names that models give it. */
const ofIri = (
  found: readonly Collision[],
  groups: ReadonlyMap<string, readonly Use[]>,
): readonly Collision[] =>
  found.map(({ name: iri, rule, variants }) => ({
    rule,
    name: [...new Set(groups.get(iri)?.map(({ name }) => name))].join(', '),
    iri,
    variants,
  }))

/** Collisions of the names of entity types: data under the same type that a query never finds together. */
const ofTypes = (found: readonly Collision[]): readonly Collision[] =>
  found.map((collision) => ({ ...collision, of: 'type' as const }))

const overruled = (uses: readonly Use[], termsOf: (model: DescribedModel) => TermMap): readonly Collision[] =>
  [...grouped(uses, ({ name }) => name)].flatMap(([name, group]) => {
    const core = coreTerms.get(name)
    if (core === undefined) return []
    const others = variantsOf(group, ({ model }) => {
      const own = termsOf(model).terms.get(name)
      return own === core ? undefined : own
    })
    return others.length === 0
      ? []
      : [
          {
            rule: 'core-overrules' as const,
            name,
            variants: [{ value: core, models: ['the core context'] }, ...others],
          },
        ]
  })

const globalDiffers = (uses: readonly Use[], global: TermMap | undefined): readonly Collision[] => {
  if (global === undefined) return []
  return [...grouped(uses, ({ name }) => name)].flatMap(([name, group]) => {
    const old = global.terms.get(name)
    if (old === undefined || coreTerms.has(name)) return []
    const others = variantsOf(group, ({ descriptor }) =>
      descriptor.iri === old ? undefined : descriptor.iri,
    )
    return others.length === 0
      ? []
      : [
          {
            rule: 'global-context-differs' as const,
            name,
            variants: [{ value: old, models: ['the old global context'] }, ...others],
          },
        ]
  })
}

/**
 * Finds names that do not mean the same in a set of models: a city's vocabulary in which two data sets with the same
 * words never meet in a query. `global` is the old context of all subjects, which some data still use.
 */
export const lintModels = (
  models: readonly DescribedModel[],
  termsOf: (model: DescribedModel) => TermMap,
  global?: TermMap,
): readonly Collision[] => {
  const uses = models.flatMap((model) =>
    model.described.map(({ name, descriptor }) => ({ name, model, descriptor })),
  )
  const byName = grouped(uses, ({ name }) => name)
  const byIri = grouped(uses, ({ descriptor }) => descriptor.iri)
  const types = models.map(
    (model): Use => ({ name: model.type, model, descriptor: { kind: 'Property', iri: model.iri } }),
  )
  const typesByName = grouped(types, ({ name }) => name)
  return [
    ...ofTypes(collisions('same-name-other-iri', typesByName, ({ descriptor }) => descriptor.iri)),
    ...ofTypes(globalDiffers(types, global)),
    ...collisions('same-name-other-iri', byName, ({ descriptor }) => descriptor.iri),
    ...ofIri(collisions('same-iri-other-type', byIri, typeText), byIri),
    ...ofIri(collisions('same-iri-other-enum', byIri, enumText), byIri),
    ...collisions('same-name-other-unit', byName, ({ descriptor }) => descriptor.unit),
    ...overruled(uses, termsOf),
    ...globalDiffers(uses, global),
  ]
}
