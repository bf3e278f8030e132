/** The words of a report in one language. */
export interface ReportWords {
  readonly title: string
  readonly conformant: string
  readonly notConformant: string
  readonly errors: string
  readonly warnings: string
  readonly notes: string
  readonly models: string
  readonly profile: string
  readonly sources: string
  readonly rule: string
  readonly count: string
  readonly where: string
  readonly example: string
  readonly change: string
  readonly scores: string
  readonly mims: string
  readonly why: string
  readonly state: string
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>
  readonly states: Readonly<Record<'proved' | 'broken' | 'declared' | 'not covered', string>>
  readonly payloads: (good: number, all: number) => string
  readonly unknown: (unknown: number, seen: number) => string
  readonly outside: (outside: number, values: number) => string
  readonly located: (located: number, all: number) => string
  readonly waived: (rule: string, count: number, reason: string, expires: string) => string
  readonly groups: Readonly<Record<string, string>>
  readonly noFindings: string
  readonly checkedAt: string
  readonly unknownTitle: string
  readonly valuesTitle: string
  readonly findings: string
  readonly waivers: string
  readonly until: string
  readonly group: string
  readonly source: string
  readonly attribute: string
  readonly form: string
  readonly checkedWith: string
  readonly checkedPayloads: string
  readonly withoutError: string
  readonly withLocation: string
  readonly wholePayload: string
  readonly more: (count: number) => string
  readonly locations: string
  readonly found: (count: number, payloads: number) => string
}

/** The words of reports, English and Dutch. */
export const words: Readonly<Record<'en' | 'nl', ReportWords>> = {
  en: {
    title: 'Conformance report',
    conformant: 'CONFORMANT',
    notConformant: 'NOT CONFORMANT',
    errors: 'errors',
    warnings: 'warnings',
    notes: 'notes',
    models: 'models',
    profile: 'profile',
    sources: 'Sources',
    rule: 'Rule',
    count: 'Count',
    where: 'Where',
    example: 'Example',
    change: 'What to change',
    scores: 'Payloads without a finding, by group of rules',
    mims: 'Minimal interoperability mechanisms (MIM)',
    why: 'Why',
    state: 'State',
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    states: { proved: 'proved', broken: 'broken', declared: 'declared', 'not covered': 'not covered' },
    payloads: (good, all) =>
      all === 0 ? 'no payload came, so nothing is shown' : `${good} of ${all} payloads without an error`,
    unknown: (unknown, seen) => `${unknown} of ${seen} attributes outside the model`,
    outside: (outside, values) => `${outside} of ${values} values outside the model's list`,
    located: (located, all) => `${located} of ${all} payloads have a location`,
    waived: (rule, count, reason, expires) => `waived: ${count} × ${rule} until ${expires}: ${reason}`,
    groups: {
      source: 'Source',
      ngsi: 'NGSI-LD',
      model: 'Model',
      vocabulary: 'Vocabulary',
      relationship: 'Relationships',
      profile: 'Profile',
      plausibility: 'Plausibility',
      privacy: 'Privacy',
    },
    noFindings: 'Nothing was found.',
    checkedAt: 'Checked at',
    unknownTitle: 'Attributes outside the model',
    valuesTitle: 'Values outside the model’s lists',
    findings: 'Findings',
    waivers: 'Waivers',
    until: 'Until',
    group: 'Group of rules',
    source: 'Source',
    attribute: 'Attribute',
    form: 'form',
    checkedWith: 'Checked with',
    checkedPayloads: 'payloads',
    withoutError: 'without an error',
    withLocation: 'with a location',
    wholePayload: 'whole payload',
    more: (count) => `and ${count} more`,
    locations: 'locations',
    found: (count, payloads) =>
      `${count} ${count === 1 ? 'finding' : 'findings'} in ${payloads} ${payloads === 1 ? 'payload' : 'payloads'}`,
  },
  nl: {
    title: 'Conformiteitsrapport',
    conformant: 'CONFORM',
    notConformant: 'NIET CONFORM',
    errors: 'fouten',
    warnings: 'waarschuwingen',
    notes: 'opmerkingen',
    models: 'modellen',
    profile: 'profiel',
    sources: 'Bronnen',
    rule: 'Regel',
    count: 'Aantal',
    where: 'Waar',
    example: 'Voorbeeld',
    change: 'Wat te wijzigen',
    scores: 'Berichten zonder bevinding, per groep regels',
    mims: 'Minimale interoperabiliteitsmechanismen (MIM)',
    why: 'Waarom',
    state: 'Stand',
    severity: { error: 'Fout', warning: 'Waarschuwing', info: 'Opmerking' },
    states: {
      proved: 'bewezen',
      broken: 'geschonden',
      declared: 'verklaard',
      'not covered': 'niet getoetst',
    },
    payloads: (good, all) =>
      all === 0
        ? 'er kwam geen bericht, dus er is niets aangetoond'
        : `${good} van ${all} berichten zonder fout`,
    unknown: (unknown, seen) => `${unknown} van ${seen} attributen buiten het model`,
    outside: (outside, values) => `${outside} van ${values} waarden buiten de lijst van het model`,
    located: (located, all) => `${located} van ${all} berichten hebben een locatie`,
    waived: (rule, count, reason, expires) => `ontheffing: ${count} × ${rule} tot ${expires}: ${reason}`,
    groups: {
      source: 'Bron',
      ngsi: 'NGSI-LD',
      model: 'Model',
      vocabulary: 'Vocabulaire',
      relationship: 'Relaties',
      profile: 'Profiel',
      plausibility: 'Aannemelijkheid',
      privacy: 'Privacy',
    },
    noFindings: 'Er is niets gevonden.',
    checkedAt: 'Getoetst op',
    unknownTitle: 'Attributen buiten het model',
    valuesTitle: 'Waarden buiten de lijsten van het model',
    findings: 'Bevindingen',
    waivers: 'Ontheffingen',
    until: 'Tot',
    group: 'Groep regels',
    source: 'Bron',
    attribute: 'Attribuut',
    form: 'vorm',
    checkedWith: 'Getoetst met',
    checkedPayloads: 'berichten',
    withoutError: 'zonder fout',
    withLocation: 'met een locatie',
    wholePayload: 'hele bericht',
    more: (count) => `en nog ${count}`,
    locations: 'locaties',
    found: (count, payloads) =>
      `${count} ${count === 1 ? 'bevinding' : 'bevindingen'} in ${payloads} ${payloads === 1 ? 'bericht' : 'berichten'}`,
  },
}
