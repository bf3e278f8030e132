import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const header = `import { attribute, type City, property } from 'city-context'
import { WasteContainer, WasteContainerIsle } from 'city-context/models'
declare const city: City
const id = 'urn:ngsi-ld:WasteContainer:1'
const location = { type: 'Point', coordinates: [5, 51] } as const
const q = city.find(WasteContainer)
function* rows() { yield { id, location, fillingLvl: 0.4 } }
`

/** A wrong line, and what the first line of its only error must say. */
const mistakes: readonly (readonly [wrong: string, said: RegExp])[] = [
  [`q.where('fillingLvl', '>', 0.5)`, /'"fillingLvl"' .* 'Path<WasteContainer>'/],
  [
    `q.where('address.addressLocality', '==', 'Breda')`,
    /'"address.addressLocality"' .* 'Path<WasteContainer>'/,
  ],
  [`q.where('fillingLevel', '>', 'half')`, /'string' is not assignable to parameter of type 'number'/],
  [`q.where('status', '==', 'broken')`, /'"broken"' .*"lidOpen" /],
  [`q.where('status', '>', 'ok')`, /'">"' .* 'OperatorFor<"burning" /],
  [`q.where('location', '==', 'x')`, /'"=="' .* 'OperatorFor<Geometry>'/],
  [`q.where('fillingLevel', '=', 0.5)`, /'"="' .* 'OperatorFor<number>'/],
  [`q.pick('fillingLvl')`, /'"fillingLvl"' .* 'AttributeName<WasteContainer>'/],
  [`q.orderBy('fillingLvl')`, /'"fillingLvl"' .* Path<WasteContainer>'/],
  [`q.linked('fillingLevel', WasteContainerIsle)`, /'"fillingLevel"' .* 'RelationshipName<WasteContainer, /],
  [
    `q.near([5, 51], { maxMeters: 5, geoproperty: 'locatie' })`,
    /'"locatie"' .* 'GeometryName<WasteContainer>/,
  ],
  [`q.as('keyvalues')`, /'"keyvalues"' .* 'Representation'/],
  [`void city.upsert(WasteContainer, [{ id, location, fillingLvl: 1 }])`, /'1 & NoSuchAttribute'/],
  [`void city.create(WasteContainer, { id, location, fillingLvl: 1 })`, /'1 & NoSuchAttribute'/],
  [`void city.upsert(WasteContainer, [...rows()])`, /'no such attribute in the model': "fillingLvl"/],
  [`void city.upsert(WasteContainer, rows())`, /'no such attribute in the model': "fillingLvl"/],
  [`void city.upsert(WasteContainer, [{ id, location, status: 'broken' }])`, /'"broken"' .*"lidOpen" /],
  [`void city.upsert(WasteContainer, [{ id, fillingLevel: 1 }])`, /'Checked<Input<WasteContainer, /],
  [
    `void city.upsert(WasteContainer, [{ id, location, fillingLevel: { value: 1, observdAt: 'x' } }])`,
    /'"x" & NoSuchMember'/,
  ],
  [
    `void city.upsert(WasteContainer, [{ id, location, fillingLevel: { type: 'Number', value: 1 } }])`,
    /'"Number" & NoSuchMember'/,
  ],
  [`property(0.4, { unit: 'P1' })`, /'unit' does not exist/],
  [
    `attribute('Property', 'number', { iri: 'https://a.example/b', unitCode: 'CEL' })`,
    /'"CEL" & { readonly 'no such option': never; }'/,
  ],
]

it('says each mistake in one error, whose first line names it, where it stands', async () => {
  const folder = await mkdtemp(join(root, 'test', '.messages-'))
  try {
    await writeFile(join(folder, 'wrong.ts'), header + mistakes.map(([wrong]) => `${wrong}\n`).join(''))
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', include: ['wrong.ts'], exclude: [] }),
    )
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const ran = promisify(execFile)(process.execPath, [compiler, '-p', folder, '--pretty', 'false'])
    const { stdout = '' } = (await ran.catch((error: unknown) => error)) as { readonly stdout?: string }
    const said = [...stdout.matchAll(/wrong\.ts\((\d+),\d+\): error TS\d+: (.*)/g)]
    const first = header.split('\n').length
    expect(said.map(([, line]) => Number(line))).toEqual(mistakes.map((_, index) => first + index))
    for (const [index, [wrong, expected]] of mistakes.entries())
      expect(`${wrong}: ${said[index]?.[2]}`).toMatch(expected)
  } finally {
    await rm(folder, { recursive: true })
  }
})
