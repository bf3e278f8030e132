import { afterEach } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import { type City, connect } from '../../src/connect.js'

/** Makes a `connect` whose cities are closed after each test; call it at the top of a file. */
export const connectsUntilEnd = (): ((url: string, options?: ConnectOptions) => Promise<City>) => {
  const open: City[] = []
  afterEach(async () => {
    for (const city of open.splice(0)) await city.close()
  })
  return async (url, options) => {
    const city = await connect(url, options)
    open.push(city)
    return city
  }
}

/** Everything that a source yields. */
export const all = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of source) found.push(one)
  return found
}
