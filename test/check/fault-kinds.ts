/**
 * One way to get a payload wrong: what a supplier does, which rule must tell it, and at which place. `*` in a place is the
 * attribute that was spoiled; a finding at the place or inside it is right, one above it is not.
 */
export interface FaultKind {
  readonly fault: string
  readonly rule: string
  readonly place: string
  /** The representation whose payloads can have it. */
  readonly form: 'simplified' | 'normalized' | 'any'
}

type Row = readonly [fault: string, form: FaultKind['form'], rule: string, place: string]

const rows: readonly Row[] = [
  // Structure (CIM 009 4.5 to 4.8)
  ['id left out', 'any', 'ngsi.id', 'id'],
  ['id with a blank', 'any', 'ngsi.id', 'id'],
  ['id a number', 'any', 'ngsi.id', 'id'],
  ['type left out', 'any', 'ngsi.type', 'type'],
  ['type misspelt', 'any', 'ngsi.type', 'type'],
  ['type a number', 'any', 'ngsi.type', 'type'],
  ['id twice in a file', 'any', 'ngsi.duplicate-id', 'id'],
  ['blank in a name', 'any', 'ngsi.name', '*'],
  ['value null', 'any', 'ngsi.null', '*'],
  ['kind misspelt', 'normalized', 'ngsi.attribute', '*'],
  ['kind left out and value missing', 'normalized', 'ngsi.attribute', '*'],
  ['Property without value', 'normalized', 'ngsi.attribute', '*'],
  ['Property with object', 'normalized', 'ngsi.attribute', '*'],
  ['Relationship without object', 'normalized', 'ngsi.attribute', '*'],
  ['Relationship to words', 'normalized', 'ngsi.value', '*.object'],
  ['Relationship to a number', 'normalized', 'ngsi.value', '*.object'],
  ['observedAt without zone', 'normalized', 'ngsi.date-time', '*.observedAt'],
  ['observedAt with an offset', 'normalized', 'ngsi.date-time', '*.observedAt'],
  ['observedAt in words', 'normalized', 'ngsi.date-time', '*.observedAt'],
  ['two instances without datasetId', 'normalized', 'ngsi.dataset-id', '*'],
  ['datasetId repeated', 'normalized', 'ngsi.dataset-id', '*'],
  ['datasetId no URI', 'normalized', 'ngsi.dataset-id', '*'],
  ['unit in words', 'normalized', 'ngsi.unit-code', '*.unitCode'],
  ['unit a symbol', 'normalized', 'ngsi.unit-code', '*.unitCode'],
  ['unit a number', 'normalized', 'ngsi.unit-code', '*.unitCode'],
  // GeoJSON (RFC 7946)
  ['geometry as text', 'any', 'ngsi.geometry', '*'],
  ['geometry type in small letters', 'any', 'ngsi.geometry', '*'],
  ['coordinates as texts', 'any', 'ngsi.geometry', '*'],
  ['coordinates of one number', 'any', 'ngsi.geometry', '*'],
  ['latitude above 90', 'any', 'ngsi.geometry', '*'],
  ['national grid in metres', 'any', 'ngsi.geometry', '*'],
  ['ring not closed', 'any', 'ngsi.geometry', '*'],
  // The model
  ['required attribute left out', 'any', 'model.required', '*'],
  ['Relationship as Property', 'normalized', 'model.kind', '*'],
  ['Property as Relationship', 'normalized', 'model.kind', '*'],
  ['GeoProperty as text Property', 'normalized', 'model.kind', '*'],
  ['number in quotes', 'any', 'model.type', '*'],
  ['number with a decimal comma', 'any', 'model.type', '*'],
  ['true in quotes', 'any', 'model.type', '*'],
  ['true as 1', 'any', 'model.type', '*'],
  ['text as number', 'any', 'model.type', '*'],
  ['text as object', 'any', 'model.type', '*'],
  ['empty text for no number', 'any', 'model.type', '*'],
  ['part of a whole', 'any', 'model.type', '*'],
  ['number among texts of a list', 'any', 'model.type', '*'],
  ['member of an object of wrong type', 'any', 'model.type', '*'],
  ['word of another language for a listed one', 'any', 'model.enum', '*'],
  ['listed word in capitals', 'any', 'model.enum', '*'],
  ['listed word with a blank behind', 'any', 'model.enum', '*'],
  ['listed word as number', 'any', 'model.enum', '*'],
  ['below the least', 'any', 'model.range', '*'],
  ['above the most', 'any', 'model.range', '*'],
  ['percent for a share of one', 'any', 'model.range', '*'],
  ['time with a blank for T', 'any', 'model.format', '*'],
  ['time as day-month-year', 'any', 'model.format', '*'],
  ['day without time', 'any', 'model.format', '*'],
  ['address of a page in words', 'any', 'model.format', '*'],
  ['unit of another size', 'normalized', 'model.unit', '*.unitCode'],
  // Vocabulary
  ['two letters of a name swapped', 'any', 'vocabulary.unknown-attribute', '*'],
  ['name in snake_case', 'any', 'vocabulary.unknown-attribute', '*'],
  ['name with a capital', 'any', 'vocabulary.unknown-attribute', '*'],
  ['attribute of the supplier', 'any', 'vocabulary.unknown-attribute', '*'],
  ['own meaning of an agreed name', 'any', 'vocabulary.iri', '*'],
  ['obsolete global context', 'any', 'vocabulary.old-context', '@context'],
  ['context a number', 'any', 'ngsi.context', '@context'],
  // Relationships
  ['Relationship to a web page', 'normalized', 'relationship.urn', '*.object'],
  // Plausibility
  ['location at (0, 0)', 'any', 'plausibility.null-island', '*'],
  ['coordinates swapped', 'any', 'plausibility.swapped', '*'],
  ['location in another town', 'any', 'plausibility.bounds', '*'],
  ['-999 for no value', 'any', 'plausibility.sentinel', '*'],
  ['observed tomorrow', 'normalized', 'plausibility.future', '*.observedAt'],
  ['more free than there are', 'any', 'plausibility.capacity', '*'],
  // Privacy
  ['e-mail address in a text', 'any', 'privacy.personal-value', '*'],
  ['licence plate in a text', 'any', 'privacy.personal-value', '*'],
  ['MAC address in a text', 'any', 'privacy.personal-value', '*'],
  ['attribute with a licence plate', 'any', 'privacy.personal-name', '*'],
  ['attribute with a key', 'any', 'privacy.secret', '*'],
  // Profile
  ['attribute that the city demands left out', 'any', 'profile.mandatory', '*'],
  ['attribute that the city forbids', 'any', 'profile.forbidden', '*'],
  ['value that the city does not allow', 'any', 'profile.values', '*'],
  ['number beyond the city’s range', 'any', 'profile.range', '*'],
  ['value without the city’s unit', 'any', 'profile.unit', '*'],
  ['id of another town', 'any', 'profile.id', 'id'],
  ['attribute beyond a closed list', 'any', 'profile.closed', '*'],
  ['value older than the city allows', 'normalized', 'profile.age', '*.observedAt'],
]

/** The kinds of faults that the check is measured with. */
export const faultKinds: readonly FaultKind[] = rows.map(([fault, form, rule, place]) => ({
  fault,
  form,
  rule,
  place,
}))
