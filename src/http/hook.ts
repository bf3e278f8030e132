/** Calls a user's hook; one that fails must not make a write that the broker took look like one that it did not. */
export const told = <T>(name: string, hook: ((what: T) => void) | undefined, what: T): void => {
  try {
    hook?.(what)
  } catch (error) {
    process.emitWarning(`${name} failed: ${String(error)}`)
  }
}
