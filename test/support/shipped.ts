import { existsSync } from 'node:fs'

const built = (path: string): string => {
  const file = new URL(`../../dist/${path}`, import.meta.url)
  if (!existsSync(file)) throw new Error('there is no dist/: npm run build')
  return file.href
}

const library = (await import(built('index.js'))) as typeof import('../../src/index.js')
const models = (await import(built('models/index.js'))) as typeof import('../../src/models/index.js')

/** The library as it is shipped, for what is measured: tsx gives each function its name anew whenever it is made. */
export const connect: typeof library.connect = library.connect
/** A bundled model, as it is shipped. */
export const WasteContainer: typeof models.WasteContainer = models.WasteContainer
