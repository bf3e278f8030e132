import type { ActiveContext } from '../ngsi/context.js'
import { badData, shown } from './problem-error.js'
import { expandName } from './reading.js'

/** A list of members with, for relationships, the members of what they link to: `name,locatedAt{id,name}` (CIM 009 4.21). */
export type MemberTree = ReadonlyMap<string, MemberTree | undefined>

/** What of an entity is shown. */
export interface Projection {
  readonly pick?: MemberTree | undefined
  readonly omit?: MemberTree | undefined
}

const entityLevel: ReadonlySet<string> = new Set([
  'id',
  'type',
  'scope',
  'createdAt',
  'modifiedAt',
  'expiresAt',
  'deletedAt',
])

/** The stored name of a member in pick, omit or orderBy: members of the entity as they are, attributes as IRI. */
export const memberName = (context: ActiveContext, name: string): string => {
  if (name === '@id') return 'id'
  if (name === '@type') return 'type'
  return entityLevel.has(name) ? name : expandName(context, name)
}

interface Reader {
  readonly text: string
  readonly context: ActiveContext
  position: number
}

const malformed = (reader: Reader): never =>
  badData(`"${shown(reader.text)}" is no list of members: unexpected text at position ${reader.position + 1}`)

const readMember = (reader: Reader): string => {
  const word = /[^,|{};\s]+/y
  word.lastIndex = reader.position
  const name = word.exec(reader.text)?.[0]
  if (name === undefined) return malformed(reader)
  reader.position += name.length
  return memberName(reader.context, name)
}

const readMembers = (reader: Reader, depth: number): MemberTree => {
  const members = new Map<string, MemberTree | undefined>()
  for (;;) {
    const name = readMember(reader)
    let nested: MemberTree | undefined
    if (reader.text[reader.position] === '{') {
      if (depth >= 16) badData('members are nested deeper than 16 levels')
      reader.position += 1
      nested = readMembers(reader, depth + 1)
      if (reader.text[reader.position] !== '}') return malformed(reader)
      reader.position += 1
    }
    members.set(name, nested)
    const separator = reader.text[reader.position]
    if (separator !== ',' && separator !== '|') return members
    reader.position += 1
  }
}

/** Reads the text of pick or omit: names separated by `,` or `|`, braces for linked entities. */
export const readMemberTree = (text: string, context: ActiveContext): MemberTree => {
  const reader: Reader = { text: text.replaceAll(/\s*([,|{}])\s*/g, '$1').trim(), context, position: 0 }
  const members = readMembers(reader, 0)
  return reader.position === reader.text.length ? members : malformed(reader)
}

/** Depth of braces in a list of members; 0 without. */
export const memberDepth = (tree: MemberTree | undefined): number =>
  tree === undefined ? -1 : Math.max(0, ...[...tree.values()].map((nested) => memberDepth(nested) + 1))

/** Makes a projection; the same member in pick and omit is an error (CIM 009 4.21). */
export const makeProjection = (pick: MemberTree | undefined, omit: MemberTree | undefined): Projection => {
  for (const [name, nested] of pick ?? [])
    if (omit?.has(name) === true && nested === undefined && omit.get(name) === undefined)
      badData(`"${name}" is both picked and omitted`)
  return { pick, omit }
}

/** Tells whether a member of an entity is shown. */
export const isShown = ({ pick, omit }: Projection, name: string): boolean => {
  if (pick !== undefined && !pick.has(name)) return false
  // omit=locatedAt{name} keeps the relationship and omits only members of what it links to.
  return omit === undefined || !omit.has(name) || omit.get(name) !== undefined
}

/** What is shown of the entities that a relationship links to; undefined: they are not followed. */
export const linkedProjection = ({ pick, omit }: Projection, name: string): Projection | undefined => {
  if (
    pick !== undefined &&
    pick.get(name) === undefined &&
    ![...pick.values()].every((nested) => nested === undefined)
  )
    return undefined
  return { pick: pick?.get(name), omit: omit?.get(name) }
}
