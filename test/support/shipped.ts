import { existsSync } from 'node:fs'

const entry = new URL('../../dist/index.js', import.meta.url)
if (!existsSync(entry)) throw new Error('there is no dist/: npm run build')

const library = (await import(entry.href)) as typeof import('../../src/index.js')
/** The library as it is shipped, for what is measured: tsx gives each function its name anew whenever it is made. */
export const connect: typeof library.connect = library.connect
