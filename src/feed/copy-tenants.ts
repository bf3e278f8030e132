import type { Client } from '../client/client.js'
import { isBrokerError, isUnsupportedError, UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'

const nameOf = (item: unknown): string | undefined => {
  if (typeof item === 'string') return item
  if (!isObject(item)) return undefined
  const name = item['tenant'] ?? item['name']
  return typeof name === 'string' ? name : undefined
}

/**
 * The tenants of a broker, the default one (undefined) first. CIM 009 has no such operation; Orion-LD lists them
 * at /ngsi-ld/ex/v1/tenants. Rejects with a UsageError where a broker does not tell.
 */
export const tenantsOf = async (
  city: Client,
  signal?: AbortSignal,
): Promise<readonly (string | undefined)[]> => {
  const cannotTell = (): UsageError =>
    new UsageError('this broker does not list its tenants; name them: --tenant parking waste')
  try {
    const { body } = await city.connection.send({ method: 'GET', path: '/ngsi-ld/ex/v1/tenants', signal })
    const list: unknown = isObject(body) ? body['tenants'] : body
    if (!Array.isArray(list)) throw cannotTell()
    const names = list.map(nameOf).filter((name) => name !== undefined && name !== '')
    return [undefined, ...new Set(names)]
  } catch (error) {
    const unknown = isUnsupportedError(error) || (isBrokerError(error) && error.status < 500)
    throw unknown || (isBrokerError(error) && error.status === 501) ? cannotTell() : error
  }
}
