/** Class of data: who may see it. */
export type DataClass = 'public' | 'internal' | 'personal'
