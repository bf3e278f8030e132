import { readFile } from 'node:fs/promises'

/** The version of this package, for reports. */
export const toolVersion = async (): Promise<string> => {
  // From src/check and from dist/check alike, package.json is two folders up.
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
