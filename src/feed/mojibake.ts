// Windows-1252 differs from Latin-1 in these 27 places; the rest of 0x80-0xff is the code point itself.
const byCharacter: ReadonlyMap<string, number> = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] ?? 0,
  ]),
)

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Repairs text whose UTF-8 bytes were once read as Windows-1252 ("SÃ¼d" is "Süd").
 * Gives the text unchanged where its characters are no such bytes.
 */
export const repairMojibake = (text: string): string => {
  if (!/[\u0080-\u00ff]/.test(text)) return text
  const bytes: number[] = []
  for (const character of text) {
    const code = byCharacter.get(character) ?? character.codePointAt(0) ?? 0
    if (code > 0xff) return text
    bytes.push(code)
  }
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}
