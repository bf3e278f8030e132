import type { Group } from './batch.js'
import type { BulkRun, Part } from './part.js'

/** Parts in an order in which a new tenant comes into being, and the word that it is there. */
export interface Warming {
  readonly parts: Part[]
  readonly warmed: () => void
}

/** Parts for a tenant that may not be there yet: its first entity goes alone, and what else there is waits for it. */
export const afterFirst = async (run: BulkRun, parts: Part[], { tenant }: Group): Promise<Warming> => {
  const [part] = parts
  if (run.tenants === undefined || tenant === undefined || tenant === '' || part === undefined)
    return { parts, warmed: () => undefined }
  const begun = run.tenants.get(tenant)
  if (begun !== undefined) {
    await begun
    return { parts, warmed: () => undefined }
  }
  let warmed = (): void => undefined
  run.tenants.set(
    tenant,
    new Promise((resolve) => {
      warmed = resolve
    }),
  )
  const alone = { ...part, items: part.items.slice(0, 1) }
  const rest = { ...part, items: part.items.slice(1) }
  return { parts: [...parts.slice(1), ...(rest.items.length === 0 ? [] : [rest]), alone], warmed }
}
