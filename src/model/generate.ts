import { setImmediate } from 'node:timers/promises'
import { UsageError } from '../errors.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { agree, type ModelAgreement, printOwnContext, withOwnIris } from './agreement.js'
import { printCheckModule } from './check-module.js'
import { openContexts, type SubjectContext } from './context-source.js'
import { printContextsFile } from './contexts-file.js'
import { declare } from './declarations.js'
import { collectDefinitions } from './definition-set.js'
import { type DescribedModel, describeModel } from './describe.js'
import { type Documents, openDocuments } from './document.js'
import type { Finding } from './finding.js'
import { constantNameOf, fileNameOf, nameModels } from './identifier.js'
import { printDefinitionsFile, printIndexFile, printModelFile, printValidatorsFile } from './model-file.js'
import { type GroupDescriptors, type ModelPlan, planModel, withComments } from './model-plan.js'
import { compareFolder, writeFolder } from './output-folder.js'
import { resolveModel } from './resolve.js'
import { openSource, type Source, type SourceModel } from './source.js'
import { unitSymbolOf } from './unit-codes.js'

/** What is generated from where to where. */
export interface GenerateOptions {
  /** Folder of models in the layout of the official site, `REPO/MODEL/schema.json`. */
  readonly source: string
  /** Folder of the generated code. */
  readonly out: string
  /** Models, by name (`OffStreetParking`), path (`dataModel.Parking/OffStreetParking`) or subject (`Parking`). @default all of the source */
  readonly models?: readonly string[] | undefined
  /** True to compare only; nothing is written. @default false */
  readonly check?: boolean | undefined
  /** Module that generated code imports from. @default 'city-context/model' */
  readonly library?: string | undefined
  /** What was agreed on top of the models, by entity type. @default nothing */
  readonly agreements?: ReadonlyMap<string, ModelAgreement> | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** What was generated, and what the schemas said wrongly. */
export interface GenerateReport {
  readonly models: number
  readonly attributes: number
  /** Names of all generated files. */
  readonly files: readonly string[]
  /** Files that were absent, different or superfluous; with `check` they still are. */
  readonly stale: readonly string[]
  /** Models whose schema cannot be read; `findings` says why. */
  readonly lost: readonly string[]
  readonly bytes: number
  readonly findings: readonly Finding[]
}

/** Generated code in memory: file name to text. */
export interface GeneratedCode {
  readonly files: ReadonlyMap<string, string>
  readonly models: readonly DescribedModel[]
  readonly findings: readonly Finding[]
}

/** Findings beyond this many are counted, not kept. */
const maxFindings = 10_000

const subjectOf = (model: SourceModel): string => model.subject.replace(/^dataModel\./, '')

/** Chooses the models that names ask for. Throws a UsageError for a name that fits none. */
export const selectModels = (
  source: Source,
  wanted: readonly string[] | undefined,
): readonly SourceModel[] => {
  if (wanted === undefined || wanted.length === 0) return source.models
  const chosen = new Set<SourceModel>()
  for (const name of wanted) {
    const found = source.models.filter((model) =>
      [model.path, model.name, model.subject, subjectOf(model)].includes(name),
    )
    if (found.length === 0) {
      const near = nearestName(
        name,
        source.models.flatMap((model) => [model.name, subjectOf(model)]),
      )
      throw new UsageError(
        `There is no model "${name}" in ${source.folder}${near === undefined ? '' : `; did you mean "${near}"?`}`,
      )
    }
    for (const model of found) chosen.add(model)
  }
  return source.models.filter((model) => chosen.has(model))
}

interface Described {
  readonly models: readonly DescribedModel[]
  readonly documents: Documents
  readonly contexts: ReadonlyMap<string, SubjectContext>
  readonly findings: readonly Finding[]
}

const isOwnPlace = (place: string, agreement: ModelAgreement | undefined): boolean =>
  agreement?.get(place.slice(place.lastIndexOf('/') + 1))?.own !== undefined

/** Resolves and describes models; whatever is wrong with a schema becomes a finding, and costs no other model. */
export const describeModels = async (
  source: Source,
  chosen: readonly SourceModel[],
  options: Pick<GenerateOptions, 'agreements' | 'signal' | 'onProgress'> = {},
): Promise<Described> => {
  const findings: Finding[] = []
  const report = (finding: Omit<Finding, 'model'>): void => {
    if (findings.length < maxFindings)
      findings.push({ model: finding.place.split('/').slice(0, 2).join('/').replace(/#.*$/, ''), ...finding })
  }
  const documents = openDocuments(source, report)
  const contextOf = openContexts(source, report)
  const models: DescribedModel[] = []
  const contexts = new Map<string, SubjectContext>()
  for (const [index, model] of chosen.entries()) {
    if (index % 20 === 0) {
      options.signal?.throwIfAborted()
      options.onProgress?.(index, chosen.length)
      await setImmediate()
    }
    const resolved = resolveModel(model, documents, report)
    if (resolved === undefined) continue
    const context = contextOf(model.subject)
    contexts.set(context.url, context)
    const agreement = options.agreements?.get(resolved.type)
    const agreed = agree(resolved, agreement, documents)
    // The subject's context cannot have the city's own terms.
    const told: typeof report = (finding) => {
      if (finding.rule !== 'schema.term-missing' || !isOwnPlace(finding.place, agreement)) report(finding)
    }
    models.push(withOwnIris(describeModel(agreed, context, documents, told), agreement))
  }
  options.onProgress?.(chosen.length, chosen.length)
  return { models, documents, contexts, findings }
}

/** Plans models as files; the type names of a set are unique. */
const planModels = (
  described: Described,
): {
  readonly plans: readonly ModelPlan[]
  readonly groups: GroupDescriptors
  readonly set: ReturnType<typeof collectDefinitions>
} => {
  const names = nameModels(described.models)
  const taken = [...names.values()].flatMap((name) => [name, `${name}Normalized`, `${name}Update`])
  const set = collectDefinitions(described.documents, taken)
  const groups: GroupDescriptors = new Map()
  const plans = described.models.map((model) =>
    planModel(model, names.get(model.path) ?? model.name, set, groups, unitSymbolOf),
  )
  return { plans, groups, set }
}

/** Prints types and descriptors of models, one file each, with the definitions that they share. */
export const printModels = async (
  described: Described,
  library: string,
): Promise<{ readonly plans: readonly ModelPlan[]; readonly files: ReadonlyMap<string, string> }> => {
  const { plans, groups, set } = planModels(described)
  const definitions = set.definitions()
  const commented = definitions.map((definition) => ({
    ...definition,
    shape: withComments(definition.shape, groups.get(definition.name), unitSymbolOf),
  }))
  const types = await declare([...commented.map(({ shape }) => shape), ...plans.map(({ shape }) => shape)])
  const imports = { library }
  const typed = plans.map((plan, index) => ({ plan, type: types[definitions.length + index] }))
  const files = new Map(
    typed.map(({ plan, type }) => [`${fileNameOf(plan.typeName)}.ts`, printModelFile(plan, type, imports)]),
  )
  files.set('definitions.ts', printDefinitionsFile(definitions, types, groups, imports))
  files.set('index.ts', printIndexFile([...plans].sort((a, b) => (a.typeName < b.typeName ? -1 : 1))))
  files.set(
    'contexts.ts',
    printContextsFile(new Map([...described.contexts].map(([url, { document }]) => [url, document]))),
  )
  return { plans, files }
}

/** Generates the code of models in memory: types, descriptors, validators, contexts, index. */
export const generateCode = async (
  source: Source,
  chosen: readonly SourceModel[],
  options: Pick<GenerateOptions, 'agreements' | 'library' | 'signal' | 'onProgress'> = {},
): Promise<GeneratedCode> => {
  const library = options.library ?? 'city-context/model'
  const described = await describeModels(source, chosen, options)
  const { plans, files } = await printModels(described, library)
  options.signal?.throwIfAborted()
  const checks = await printCheckModule(
    plans.map(({ model, typeName }) => ({ model, exportName: constantNameOf(typeName) })),
    described.documents,
  )
  const ownContext = printOwnContext(options.agreements)
  return {
    files: new Map([
      ...files,
      ['validators.ts', printValidatorsFile(checks, { library })],
      ...(ownContext === undefined ? [] : [['context.jsonld', ownContext] as const]),
    ]),
    models: described.models,
    findings: described.findings,
  }
}

/**
 * Generates TypeScript types, descriptors and validators from Smart Data Models schemas: one file per model, an index,
 * the contexts. The same schemas give the same bytes. Nothing is written when something fails.
 * @example await generate({ source: '.city-context', out: 'src/generated' })
 */
export const generate = async (options: GenerateOptions): Promise<GenerateReport> => {
  const source = await openSource(options.source)
  const chosen = selectModels(source, options.models)
  const code = await generateCode(source, chosen, options)
  const made = new Set(code.models.map(({ path }) => path))
  const lost = chosen.filter(({ path }) => !made.has(path)).map(({ path }) => path)
  const [first] = code.findings
  if (made.size === 0)
    throw new UsageError(
      `no model could be generated: ${first?.place}: ${first?.message}; repair the schema, or name other models`,
    )
  const difference = await compareFolder(options.out, code.files)
  options.signal?.throwIfAborted()
  if (options.check !== true) await writeFolder(options.out, code.files, difference)
  return {
    models: code.models.length,
    attributes: code.models.reduce((sum, model) => sum + model.described.length, 0),
    files: [...code.files.keys()],
    stale: [...difference.changed, ...difference.superfluous],
    lost,
    bytes: [...code.files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    findings: code.findings,
  }
}
