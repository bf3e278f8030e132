/** Words that TypeScript reserves, and names that generated files use for the library's types. */
const taken = new Set([
  'Model',
  'EntityHead',
  'Normalized',
  'Update',
  'Geometry',
  'JsonObject',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'Attributes',
  'Readonly',
  'Record',
  'Omit',
  'Partial',
  'Object',
  'String',
  'Number',
  'Boolean',
  'Array',
  'Function',
  'Symbol',
  'Date',
  'Map',
  'Set',
  'Error',
  'Promise',
  'Proxy',
  'Infinity',
  'NaN',
])

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * Writes a published name as a TypeScript type name: `service_requests` as `ServiceRequests`, `3DPrinter` as
 * `Model3DPrinter`, `open311:type` as `Open311Type`; names of built-in things get `Model` before them.
 */
export const typeNameOf = (name: string): string => {
  const text = wordsOf(name).map(upperFirst).join('')
  return text === '' || /^\d/.test(text) || taken.has(text) ? `Model${text}` : text
}

/** Writes a type name as the name of a constant: `OffStreetParking` as `offStreetParking`, `EVChargingStation` as `evChargingStation`. */
export const constantNameOf = (typeName: string): string => {
  const text = typeName.replace(/^[A-Z]+(?=[A-Z][a-z]|$|\d)|^[A-Z]/, (head) => head.toLowerCase())
  return /^(?:class|function|new|package|case|default|switch|enum|import|export|return|delete|public|static|interface|var|let|in|is|as|of|do|if|for|try|this|void|with|null|true|false|private|protected|yield|await|const|else|extends|super|throw|typeof|while|continue|break|catch|finally|debugger|instanceof|implements|arguments|eval)$/.test(
    text,
  )
    ? `${text}Model`
    : text
}

/** Writes a type name as a file name without extension: `EVChargingStation` as `ev-charging-station`. */
export const fileNameOf = (typeName: string): string =>
  (typeName.match(/[A-Z]+(?![a-z])|\d+[A-Z]*(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [typeName])
    .join('-')
    .toLowerCase()

/** File names that the generator itself uses. */
const ownFiles: ReadonlySet<string> = new Set(['index', 'contexts', 'definitions', 'validators'])

interface Named {
  readonly path: string
  readonly subject: string
  readonly name: string
}

const withSubject = ({ subject, name }: Named): string =>
  typeNameOf(`${subject.replace(/^dataModel\./, '')}_${name}`)

/**
 * Gives every model of a set a type name that no other has. Models of several subjects with one name all get their
 * subject before it (`BuildingSensor`), whichever came first, so that adding a model changes no other name but those.
 * Names that differ only in case count as one, because their files would overwrite each other.
 */
export const nameModels = (models: readonly Named[]): ReadonlyMap<string, string> => {
  const plain = new Map(models.map((model) => [model.path, typeNameOf(model.name)]))
  const count = new Map<string, number>()
  for (const name of plain.values()) count.set(fileNameOf(name), (count.get(fileNameOf(name)) ?? 0) + 1)
  const names = new Map<string, string>()
  const used = new Set<string>(ownFiles)
  const claim = (path: string, wanted: string): void => {
    let name = wanted
    for (let number = 2; used.has(fileNameOf(name)); number += 1) name = `${wanted}${number}`
    used.add(fileNameOf(name))
    names.set(path, name)
  }
  const alone = (model: Named): boolean => count.get(fileNameOf(plain.get(model.path) ?? '')) === 1
  for (const model of models) if (alone(model)) claim(model.path, plain.get(model.path) ?? model.name)
  for (const model of models) if (!alone(model)) claim(model.path, withSubject(model))
  return new Map(models.map((model) => [model.path, names.get(model.path) ?? model.name]))
}
