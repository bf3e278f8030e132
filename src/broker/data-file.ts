import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { lockFile } from '../model/file-lock.js'
import { ProblemError } from './problem-error.js'

/** The kinds of things that a data file keeps, besides instances of histories. */
export type ItemKind =
  | 'tenant'
  | 'entity'
  | 'subscription'
  | 'registration'
  | 'sourceSubscription'
  | 'context'
  | 'history'

/** One thing as it is kept. */
export interface Item {
  readonly kind: ItemKind
  readonly tenant: string
  readonly id: string
  /** Order among things of one kind. */
  readonly sequence: number
  readonly value: unknown
}

/** An instance of a history as it is kept. */
export interface InstanceRow {
  readonly entity: string
  readonly name: string
  readonly instanceId: string
  readonly value: unknown
}

/** A SQLite file in which everything is durable before it is answered. */
export interface DataFile {
  readonly put: (item: Item) => void
  readonly remove: (kind: ItemKind, tenant: string, id: string) => void
  readonly appendInstances: (tenant: string, rows: readonly InstanceRow[]) => void
  /** Replaces every instance of an entity's history. */
  readonly rewriteInstances: (tenant: string, entity: string, rows: readonly InstanceRow[]) => void
  readonly removeInstances: (
    tenant: string,
    rows: readonly { readonly entity: string; readonly instanceId: string }[],
  ) => void
  /** Resolves when all that was put is on the disk; rejects when it cannot be written. */
  readonly flushed: () => Promise<void>
  readonly items: (kind: ItemKind) => Iterable<Item>
  readonly instances: () => Iterable<InstanceRow & { readonly tenant: string }>
  readonly close: () => void
}

/** "city" as a number; tells our files from other SQLite files. */
const applicationId = 0x63_69_74_79
const formatVersion = 1

interface Statement {
  readonly run: (...values: unknown[]) => unknown
  readonly iterate: (...values: unknown[]) => Iterable<unknown>
  readonly get: (...values: unknown[]) => unknown
}

/** The part of libsql (an API as better-sqlite3 has it) that is used here. */
export interface Database {
  readonly prepare: (sql: string) => Statement
  readonly exec: (sql: string) => unknown
  readonly close: () => unknown
}

/** The driver of data files; a UsageError says where it is not installed. */
export const loadDriver = async (): Promise<new (path: string) => Database> => {
  try {
    const { default: driver } = await import('libsql')
    return driver as unknown as new (
      path: string,
    ) => Database
  } catch {
    throw new UsageError('a data file needs the optional package libsql: npm install libsql')
  }
}

const number = (database: Database, pragma: string): number => {
  const row = database.prepare(`PRAGMA ${pragma}`).get() as Record<string, unknown> | undefined
  return Number(Object.values(row ?? {})[0] ?? 0)
}

const checkFormat = (database: Database, path: string): void => {
  const check = database.prepare('PRAGMA quick_check(1)').get() as Record<string, unknown>
  if (Object.values(check)[0] !== 'ok')
    throw new UsageError(`the data file ${path} is damaged; restore a copy of it, or start with another file`)
  const tables = (
    database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as { n: number }
  ).n
  if (tables > 0 && number(database, 'application_id') !== applicationId)
    throw new UsageError(`${path} is a database of another program; choose another file`)
  const version = number(database, 'user_version')
  if (version > formatVersion)
    throw new UsageError(
      `the data file ${path} was written by a newer city-context (format ${version}, known here: ${formatVersion}); update city-context`,
    )
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS item (
    kind TEXT NOT NULL, tenant TEXT NOT NULL, id TEXT NOT NULL, sequence INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (kind, tenant, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS instance (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, instanceId TEXT NOT NULL, json TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS instanceOfEntity ON instance (tenant, entity);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`

const openDatabase = (Driver: new (path: string) => Database, path: string, unlock: () => void): Database => {
  let database: Database | undefined
  try {
    database = new Driver(path)
    checkFormat(database, path)
    database.exec(schema)
    return database
  } catch (error) {
    database?.close()
    unlock()
    if (error instanceof UsageError) throw error
    const message = error instanceof Error ? error.message : String(error)
    if (/not a database|malformed|corrupt/i.test(message))
      throw new UsageError(
        `the data file ${path} is damaged or no data file; restore a copy of it, or start with another file`,
      )
    throw new UsageError(`the data file ${path} cannot be opened: ${message}`)
  }
}

const parse = (json: string, what: string): unknown => {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw new UsageError(`the data file is damaged at ${what}; restore a copy of it`)
  }
}

type Write = () => void

/**
 * Opens a data file, making it where there is none. Rejects with a UsageError for files that are damaged, from the
 * future, of another program, or in use.
 */
export const openDataFile = async (path: string): Promise<DataFile> => {
  if (!existsSync(dirname(resolve(path))))
    throw new UsageError(`the folder of the data file ${path} does not exist`)
  const driver = await loadDriver()
  // One broker per file: a second one would not see the first one's memory.
  const unlock = lockFile(path, 'broker')
  const database = openDatabase(driver, path, unlock)
  const putItem = database.prepare(
    'INSERT OR REPLACE INTO item (kind, tenant, id, sequence, json) VALUES (?, ?, ?, ?, ?)',
  )
  const removeItem = database.prepare('DELETE FROM item WHERE kind = ? AND tenant = ? AND id = ?')
  const addInstance = database.prepare(
    'INSERT INTO instance (tenant, entity, name, instanceId, json) VALUES (?, ?, ?, ?, ?)',
  )
  const removeInstances = database.prepare('DELETE FROM instance WHERE tenant = ? AND entity = ?')
  const removeInstance = database.prepare(
    'DELETE FROM instance WHERE tenant = ? AND entity = ? AND instanceId = ?',
  )
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map(
    (sql) => () => database.exec(sql),
  ) as [Write, Write, Write]
  let pending: Write[] = []
  let running: Promise<void> | undefined
  let failure: ProblemError | undefined

  const write = (writes: readonly Write[]): void => {
    begin()
    try {
      for (const one of writes) one()
      commit()
    } catch (error) {
      rollback()
      throw error
    }
  }

  const flushNow = (): void => {
    running = undefined
    const writes = pending
    pending = []
    if (failure !== undefined) throw failure
    try {
      write(writes)
    } catch (error) {
      // Memory is ahead of the file from here on; nothing more may be acknowledged.
      failure = new ProblemError(
        'InternalError',
        `the data file cannot be written (${error instanceof Error ? error.message : String(error)}); the broker takes no writes until it is started again`,
      )
      throw failure
    }
  }

  /** Requests that come together are written in one transaction: one wait for the disk instead of many. */
  const flushed = (): Promise<void> => {
    if (pending.length === 0) return running ?? Promise.resolve()
    running ??= new Promise((settle, fail) => {
      setImmediate(() => {
        try {
          flushNow()
          settle()
        } catch (error) {
          fail(error)
        }
      })
    })
    return running
  }

  const addRows = (tenant: string, rows: readonly InstanceRow[]): void => {
    for (const row of rows)
      addInstance.run(tenant, row.entity, row.name, row.instanceId, JSON.stringify(row.value))
  }

  function* items(kind: ItemKind): Iterable<Item> {
    const rows = database
      .prepare('SELECT tenant, id, sequence, json FROM item WHERE kind = ? ORDER BY sequence')
      .iterate(kind)
    for (const row of rows as Iterable<{ tenant: string; id: string; sequence: number; json: string }>)
      yield {
        kind,
        tenant: row.tenant,
        id: row.id,
        sequence: row.sequence,
        value: parse(row.json, `${kind} ${row.id}`),
      }
  }

  function* instances(): Iterable<InstanceRow & { readonly tenant: string }> {
    const rows = database
      .prepare('SELECT tenant, entity, name, instanceId, json FROM instance ORDER BY sequence')
      .iterate()
    for (const row of rows as Iterable<{
      tenant: string
      entity: string
      name: string
      instanceId: string
      json: string
    }>)
      yield { ...row, value: parse(row.json, `instance ${row.instanceId}`) }
  }

  return {
    put: ({ kind, tenant, id, sequence, value }) =>
      void pending.push(() => putItem.run(kind, tenant, id, sequence, JSON.stringify(value))),
    remove: (kind, tenant, id) => void pending.push(() => removeItem.run(kind, tenant, id)),
    appendInstances: (tenant, rows) => {
      if (rows.length > 0) pending.push(() => addRows(tenant, rows))
    },
    rewriteInstances: (tenant, entity, rows) =>
      void pending.push(() => {
        removeInstances.run(tenant, entity)
        addRows(tenant, rows)
      }),
    removeInstances: (tenant, rows) => {
      if (rows.length > 0)
        pending.push(() => {
          for (const { entity, instanceId } of rows) removeInstance.run(tenant, entity, instanceId)
        })
    },
    flushed,
    items,
    instances,
    close: () => {
      if (pending.length > 0) flushNow()
      // After a clean stop the file alone is complete; libsql 0.5 does not see to it itself.
      try {
        database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      } catch {
        // While a damaged file is being read it is locked; what is in the WAL stays there and is found again.
      }
      database.close()
      unlock()
    },
  }
}
