/** Sets a member of an object that is being built; a name such as `__proto__` becomes a member, not the prototype. */
export const setOwn = (target: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  else target[name] = value
}
