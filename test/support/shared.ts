import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of real schemas and city files beside the project; a user's clone has none. */
const root = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** Path of a file in the shared folder, and the reason to skip where it is absent. */
export const shared = (
  path: string,
): { readonly path: string; readonly present: boolean; readonly reason: string } => ({
  path: root + path,
  present: existsSync(root + path),
  reason: `left out: ../shared/${path} is not on this machine`,
})
