import type { AttributeKind } from '../ngsi/attribute.js'
import { printComment, printMember, printType, type Type } from './declaration.js'
import type { Definition } from './definition-set.js'
import type { DescribedAttribute } from './describe.js'
import type { AttributeDescriptor } from './descriptor.js'
import { constantNameOf, fileNameOf } from './identifier.js'
import { lineWidth, printKey, printLiteral, printText } from './literal.js'
import type { ExtendedGroup, GroupDescriptors, ModelPlan } from './model-plan.js'
import { officialNames } from './official-names.js'
import { proseOf } from './prose.js'

/** The first line of every generated file; files without it are never removed. */
export const banner = '// Written by city-context generate; do not edit.'

/** Where generated code imports from. */
export interface Imports {
  /** Module of the types and of `defineModel`. */
  readonly library: string
}

const fill = (items: readonly string[], head: string, tail: string): string => {
  const line = `${head} ${items.join(', ')} ${tail}`
  return line.length <= lineWidth ? line : `${head}\n${items.map((item) => `  ${item},`).join('\n')}\n${tail}`
}

const importLine = (names: readonly string[], from: string, typeOnly = false): string =>
  fill([...names], `import ${typeOnly ? 'type ' : ''}{`, `} from ${printText(from)}`)

/** Names of the library's value types that a text uses. */
const valueTypeNames = (printed: string): readonly string[] => {
  const text = printed.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const found = text.match(
    /(?<![\w'$.])(?:Geometry|JsonObject|(?:Multi)?(?:LineString|Point|Polygon))(?![\w'$:?])/g,
  )
  return [...new Set(found)].sort()
}

const bodyOf = (type: Type | undefined): string => {
  if (type?.kind !== 'members' || type.members.length === 0) return '{}'
  return `{\n${type.members.map((member) => printMember(member, '  ')).join('\n')}\n}`
}

const baseOf = ({ group, omitted }: ExtendedGroup): string =>
  omitted.length === 0 ? group.name : `Omit<${group.name}, ${omitted.map(printText).join(' | ')}>`

const headOf = (plan: ModelPlan): string => {
  const head = plan.model.typeStated ? `EntityHead<${printText(plan.model.type)}>` : 'EntityHead'
  const bases = [
    plan.model.attributes.has('scope') ? `Omit<${head}, 'scope'>` : head,
    ...plan.groups.map(baseOf),
  ]
  const line = `export interface ${plan.typeName} extends ${bases.join(', ')} `
  if (line.length < lineWidth) return line
  const lines = bases.map((base) =>
    `    ${base}`.length < lineWidth ? `    ${base}` : `    ${base.replaceAll(' | ', '\n      | ')}`,
  )
  return `export interface ${plan.typeName}\n  extends\n${lines.join(',\n')} `
}

const kindsOf = (attributes: readonly DescribedAttribute[]): string => {
  const byKind = new Map<AttributeKind, string[]>()
  for (const { name, descriptor } of attributes)
    if (descriptor.kind !== 'Property')
      byKind.set(descriptor.kind, [...(byKind.get(descriptor.kind) ?? []), name])
  const entries = [...byKind].map(([kind, names]) => {
    const line = `  ${kind}: ${names.map(printText).join(' | ')}`
    return line.length <= lineWidth
      ? line
      : `  ${kind}:\n${names.map((name) => `    | ${printText(name)}`).join('\n')}`
  })
  return entries.length === 0 ? '' : `, {\n${entries.join('\n')}\n}`
}

/** What stands before most names of a model to make their IRIs. */
const vocabularyOf = ({ model }: ModelPlan): string =>
  model.iri.endsWith(model.type) ? model.iri.slice(0, -model.type.length) : model.iri.replace(/[^/#]*$/, '')

/** Leaves out what `defineModel` fills in: the kind Property, an IRI that is the vocabulary and the name. */
const printDescriptor = (
  name: string,
  descriptor: AttributeDescriptor,
  indent: string,
  vocabulary: string,
): string => {
  const { required: _, description: __, kind, iri, ...facts } = descriptor
  const key = printKey(name)
  const told = {
    kind: kind === 'Property' ? undefined : kind,
    iri: iri === vocabulary + name ? undefined : iri,
    ...facts,
  }
  return `${indent}${key}: ${printLiteral(told, indent, indent.length + key.length + 3)},`
}

const printAttributes = (plan: ModelPlan): string => {
  const spreads = plan.groups.map(({ group }) => `      ...${constantNameOf(group.name)},`)
  const own = plan.ownDescriptors.map(({ name, descriptor }) =>
    printDescriptor(name, descriptor, '      ', vocabularyOf(plan)),
  )
  return `{\n${[...spreads, ...own].join('\n')}\n    }`
}

const normalizedHead = ({ typeName, model }: ModelPlan, name: string): string => {
  const kinds = kindsOf(model.described)
  const line = `export interface ${name} extends Normalized<${typeName}${kinds}>`
  return line.split('\n').every((part) => part.length + 3 <= lineWidth)
    ? line
    : `export interface ${name}\n  extends Normalized<${typeName}${kinds}>`
}

const constantHead = (typeName: string, normalized: string): string => {
  const line = `export const ${typeName}: Model<${typeName}, ${normalized}>`
  return line.length + 15 <= lineWidth
    ? line
    : `export const ${typeName}: Model<\n  ${typeName},\n  ${normalized}\n>`
}

/** Prints the file of one model. */
export const printModelFile = (plan: ModelPlan, type: Type | undefined, imports: Imports): string => {
  const { model, typeName } = plan
  const body = bodyOf(type)
  const normalized = `${typeName}Normalized`
  const groups = plan.groups.flatMap(({ group }) => [`type ${group.name}`, constantNameOf(group.name)])
  const named = typeNamesIn(body, plan).map((name) => `type ${name}`)
  const local = [...new Set([...groups, ...named])].sort((a, b) =>
    a.replace('type ', '') < b.replace('type ', '') ? -1 : 1,
  )
  const types = ['EntityHead', ...valueTypeNames(body), 'Model', 'Normalized', 'Update'].sort()
  const library = ['defineModel', ...types]
  const vocabulary = vocabularyOf(plan)
  const official = officialNames(model.subject)
  const facts = {
    type: model.type,
    anyType: model.typeStated ? undefined : true,
    iri: model.iri === vocabulary + model.type ? undefined : model.iri,
    source: model.path,
    version: model.version,
    context: model.context === official.context ? undefined : model.context,
    vocabulary: vocabulary === official.vocabulary ? undefined : vocabulary,
    terms: model.terms,
    required: model.required.length === 0 ? undefined : model.required,
  }
  const about = proseOf(model.description ?? '') ?? model.path
  return `${banner}
${importLine(
  library.map((name) => (name === 'defineModel' ? name : `type ${name}`)),
  imports.library,
)}
${local.length === 0 ? '' : `${importLine(local, './definitions.js')}\n`}import { ${constantNameOf(typeName)} as check } from './validators.js'

${printComment(about, '')}
${headOf(plan)}${body}

/** ${typeName}, normalized. */
${normalizedHead(plan, normalized)} {}

/** A partial ${typeName}. */
export type ${typeName}Update = Update<${typeName}>

/** The model of ${typeName}. */
${constantHead(typeName, normalized)} = defineModel(
  {
${Object.entries(facts)
  .filter(([, value]) => value !== undefined)
  .map(([name, value]) => `    ${name}: ${printLiteral(value, '    ', name.length + 6)},`)
  .join('\n')}
    attributes: ${printAttributes(plan)},
  },
  check,
)
`
}

const typeNamesIn = (body: string, plan: ModelPlan): readonly string[] => {
  const wanted = new Set<string>()
  collectTypeNames(plan.shape, wanted)
  return [...wanted].filter((name) => body.includes(name))
}

const libraryTypes =
  /^(?:unknown|never|JsonObject|Geometry|(?:Multi)?(?:Point|LineString|Polygon)(?: \| (?:Multi)?(?:Point|LineString|Polygon))*)$/

const collectTypeNames = (shape: unknown, into: Set<string>): void => {
  if (Array.isArray(shape)) for (const item of shape) collectTypeNames(item, into)
  if (typeof shape !== 'object' || shape === null) return
  const { tsType } = shape as { tsType?: unknown }
  if (typeof tsType === 'string') {
    if (!libraryTypes.test(tsType)) into.add(tsType)
    return
  }
  for (const value of Object.values(shape)) collectTypeNames(value, into)
}

const printDefinition = (
  definition: Definition,
  type: Type | undefined,
  descriptors: GroupDescriptors,
): string => {
  const about = proseOf(definition.description ?? '')
  const comment = about === undefined ? '' : `${printComment(about, '')}\n`
  const own = descriptors.get(definition.name)
  const constant =
    own === undefined
      ? ''
      : `\n\n/** Attributes of ${definition.name}. */\nexport const ${constantNameOf(definition.name)}: Attributes = {\n${[
          ...own,
        ]
          .map(([name, descriptor]) => printDescriptor(name, descriptor, '  ', ''))
          .join('\n')}\n}`
  if (type !== undefined && type.kind !== 'members') {
    const head = `export type ${definition.name} =`
    const text = printType(type, '', head.length + 1)
    return `${comment}${head}${text.startsWith('\n') ? '' : ' '}${text}${constant}`
  }
  return `${comment}export interface ${definition.name} ${bodyOf(type)}${constant}`
}

/** Prints the file of the shared definitions. */
export const printDefinitionsFile = (
  definitions: readonly Definition[],
  types: readonly Type[],
  descriptors: GroupDescriptors,
  imports: Imports,
): string => {
  const parts = definitions.map((definition, index) => printDefinition(definition, types[index], descriptors))
  const text = parts.join('\n\n')
  const library = [...(text.includes(': Attributes =') ? ['Attributes'] : []), ...valueTypeNames(text)]
  const head = library.length === 0 ? '' : `${importLine(library, imports.library, true)}\n\n`
  return `${banner}\n${head}${parts.length === 0 ? 'export {}' : text}\n`
}

/** Prints the index of the models. */
export const printIndexFile = (plans: readonly ModelPlan[]): string => {
  const lines = plans.map(({ typeName }) =>
    fill(
      [typeName, `type ${typeName}Normalized`, `type ${typeName}Update`],
      'export {',
      `} from './${fileNameOf(typeName)}.js'`,
    ),
  )
  return `${banner}\nexport { bundledContexts } from './contexts.js'\n${lines.join('\n')}\n`
}

/** Prints the module of the compiled checks around their code. */
export const printValidatorsFile = (code: string, imports: Imports): string =>
  `${banner}
// @ts-nocheck Ajv compiled this.
/* eslint-disable */
import { formats, sameValue, textLength, type ValuesCheck } from ${printText(imports.library)}

${code}
`
