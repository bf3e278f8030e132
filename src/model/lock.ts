/** Name of the lock file in a project. */
export const lockFileName: string = 'city-context.lock.json'

/** Folder of a project that holds the locked schemas and contexts, in the layout of the official site. */
export const copiesFolder: string = '.city-context'
