import type { AttributeRule, ModelRule, ResolvedProfile } from './profile.js'

/** One requirement of a tender: testable, with the command that tests it. */
export interface Requirement {
  readonly id: string
  readonly text: string
  readonly command: string
}

interface Words {
  readonly heading: (profile: ResolvedProfile) => string
  readonly intro: (profile: ResolvedProfile) => string
  readonly api: string
  readonly vocabulary: (types: string) => string
  readonly present: (type: string, name: string) => string
  readonly recommended: (type: string, name: string) => string
  readonly absent: (type: string, name: string) => string
  readonly values: (type: string, name: string, values: string) => string
  readonly range: (type: string, name: string, from: string, to: string) => string
  readonly unit: (type: string, name: string, unit: string) => string
  readonly age: (type: string, name: string, age: string) => string
  readonly precision: (type: string, name: string, digits: number) => string
  readonly pattern: (type: string, pattern: string) => string
  readonly closed: (type: string) => string
  readonly own: (type: string, name: string, iri: string) => string
  readonly accepted: string
  readonly license: (license: string) => string
  readonly exit: string
}

const words: Readonly<Record<'en' | 'nl', Words>> = {
  en: {
    heading: ({ owner, name }) => `Requirements on data, ${owner ?? name}`,
    intro: ({ name, version }) =>
      `Profile ${name} ${version}. Each requirement is tested by the command below it; it is met where the command ends with exit code 0.`,
    api: 'The system delivers its data over the NGSI-LD API (ETSI GS CIM 009).',
    vocabulary: (types) => `The data follow the Smart Data Models ${types}.`,
    present: (type, name) => `Each ${type} has the attribute ${name}.`,
    recommended: (type, name) => `Each ${type} should have the attribute ${name}.`,
    absent: (type, name) => `No ${type} has the attribute ${name}.`,
    values: (type, name, values) => `The values of ${name} of ${type} are among: ${values}.`,
    range: (type, name, from, to) => `The values of ${name} of ${type} lie from ${from} to ${to}.`,
    unit: (type, name, unit) => `The values of ${name} of ${type} carry the UN/CEFACT unit code ${unit}.`,
    age: (type, name, age) =>
      `The values of ${name} of ${type} are not older than ${age} (ISO 8601) and say when they were observed.`,
    precision: (type, name, digits) =>
      `The values of ${name} of ${type} have at least ${digits} digits after the point.`,
    pattern: (type, pattern) => `The ids of ${type} follow the pattern ${pattern}.`,
    closed: (type) => `${type} has no attributes beyond the model and this profile.`,
    own: (type, name, iri) => `The attribute ${name} of ${type} means ${iri}.`,
    accepted: 'Test',
    license: (license) => `The data may be used under ${license}.`,
    exit: 'All data can be copied to another NGSI-LD broker at any time; the copy is proved equal.',
  },
  nl: {
    heading: ({ owner, name }) => `Eisen aan gegevens, ${owner ?? name}`,
    intro: ({ name, version }) =>
      `Profiel ${name} ${version}. Elke eis wordt getoetst met het commando eronder; eraan is voldaan als het commando eindigt met exitcode 0.`,
    api: 'Het systeem levert zijn gegevens via de NGSI-LD-API (ETSI GS CIM 009).',
    vocabulary: (types) => `De gegevens volgen de Smart Data Models ${types}.`,
    present: (type, name) => `Elke ${type} heeft het attribuut ${name}.`,
    recommended: (type, name) => `Elke ${type} heeft bij voorkeur het attribuut ${name}.`,
    absent: (type, name) => `Geen ${type} heeft het attribuut ${name}.`,
    values: (type, name, values) => `De waarden van ${name} van ${type} komen uit: ${values}.`,
    range: (type, name, from, to) =>
      `De waarden van ${name} van ${type} liggen van ${from} tot en met ${to}.`,
    unit: (type, name, unit) =>
      `De waarden van ${name} van ${type} dragen de UN/CEFACT-eenheidscode ${unit}.`,
    age: (type, name, age) =>
      `De waarden van ${name} van ${type} zijn niet ouder dan ${age} (ISO 8601) en vermelden wanneer ze zijn waargenomen.`,
    precision: (type, name, digits) =>
      `De waarden van ${name} van ${type} hebben ten minste ${digits} cijfers achter de komma.`,
    pattern: (type, pattern) => `De id’s van ${type} volgen het patroon ${pattern}.`,
    closed: (type) => `${type} heeft geen attributen buiten het model en dit profiel.`,
    own: (type, name, iri) => `Het attribuut ${name} van ${type} betekent ${iri}.`,
    accepted: 'Toets',
    license: (license) => `De gegevens mogen worden gebruikt onder ${license}.`,
    exit: 'Alle gegevens zijn op elk moment te kopiëren naar een andere NGSI-LD-broker; de kopie is aantoonbaar gelijk.',
  },
}

const attributeTexts = (type: string, name: string, rule: AttributeRule, text: Words): readonly string[] => {
  const { level, values, minimum, maximum, unit, maxAge, precision, iri } = rule
  return [
    iri === undefined ? undefined : text.own(type, name, iri),
    level === 'mandatory' ? text.present(type, name) : undefined,
    level === 'recommended' ? text.recommended(type, name) : undefined,
    level === 'forbidden' ? text.absent(type, name) : undefined,
    values === undefined ? undefined : text.values(type, name, values.join(', ')),
    minimum === undefined && maximum === undefined
      ? undefined
      : text.range(type, name, String(minimum ?? '…'), String(maximum ?? '…')),
    unit === undefined ? undefined : text.unit(type, name, unit),
    maxAge === undefined ? undefined : text.age(type, name, maxAge),
    precision === undefined ? undefined : text.precision(type, name, precision),
  ].filter((sentence) => sentence !== undefined)
}

const modelTexts = (type: string, rule: ModelRule, text: Words): readonly string[] => [
  ...(rule.id === undefined ? [] : [text.pattern(type, rule.id)]),
  ...(rule.closed === true ? [text.closed(type)] : []),
  ...(rule.license === undefined ? [] : [text.license(rule.license)]),
  ...Object.entries(rule.attributes ?? {}).flatMap(([name, attribute]) =>
    attributeTexts(type, name, attribute, text),
  ),
]

/** The requirements that a profile makes, in its order, with stable ids: `GEN-1`, `OFFSTREETPARKING-3`. */
export const tenderRequirements = (
  profile: ResolvedProfile,
  file: string,
  lang: 'en' | 'nl',
): readonly Requirement[] => {
  const text = words[lang]
  const check = (type: string): string => `city-context check --broker URL --type ${type} --profile ${file}`
  const types = Object.keys(profile.models)
  const [first = ''] = types
  const general: readonly Requirement[] = [
    { id: 'GEN-1', text: text.api, command: 'city-context doctor --broker URL' },
    { id: 'GEN-2', text: text.vocabulary(types.join(', ')), command: check(first) },
    ...(profile.license === undefined
      ? []
      : [{ id: 'GEN-3', text: text.license(profile.license), command: check(first) }]),
    { id: 'GEN-4', text: text.exit, command: 'city-context copy --from URL --to OTHER-URL' },
  ]
  return [
    ...general,
    ...types.flatMap((type) =>
      modelTexts(type, profile.models[type] ?? {}, text).map((sentence, index) => ({
        id: `${type.toUpperCase()}-${index + 1}`,
        text: sentence,
        command: check(type),
      })),
    ),
  ]
}

/** Writes a profile as the annex of a tender, in Markdown. */
export const renderTender = (profile: ResolvedProfile, file: string, lang: 'en' | 'nl'): string => {
  const text = words[lang]
  return [
    `# ${text.heading(profile)}`,
    '',
    text.intro(profile),
    '',
    ...tenderRequirements(profile, file, lang).flatMap(({ id, text: sentence, command }) => [
      `**${id}** ${sentence}`,
      '',
      `${text.accepted}: \`${command}\``,
      '',
    ]),
  ].join('\n')
}
