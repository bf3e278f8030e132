import { resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { download } from '../http/download.js'
import { isObject } from '../ngsi/entity.js'
import { parseReference } from './reference.js'
import { maxDocumentBytes, openSource, type SourceModel } from './source.js'

/** Where models are fetched from: a folder or a site with the layout `REPO/MODEL/schema.json`. */
export interface Supply {
  /** As the user gave it; the lock file records it. */
  readonly source: string
  /** Every model that the source lists. Throws a UsageError where it lists none. */
  readonly models: () => Promise<readonly SourceModel[]>
  /** A document by its path, or undefined where it is absent. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Commit of a document, where the source says it. */
  readonly commitOf: (path: string) => string | undefined
}

/** The official site. */
export const officialSite: string = 'https://smart-data-models.github.io'

/** How a supply is opened. */
export interface SupplyOptions {
  readonly signal?: AbortSignal | undefined
}

const modelOf = (path: string): SourceModel => {
  const [subject = '', name = ''] = path.split('/')
  return { path, subject, name }
}

/** The commits that a folder's MANIFEST.tsv names, by path. */
const manifestCommits = (text: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (text ?? '').split('\n').flatMap((line) => {
      const [path, , commit] = line.split('\t')
      return path !== undefined && commit !== undefined && /^[0-9a-f]{40}$/.test(commit)
        ? [[path, commit]]
        : []
    }),
  )

const openFolder = async (source: string, cwd: string): Promise<Supply> => {
  const folder = await openSource(resolve(cwd, source))
  const commits = manifestCommits(folder.read('MANIFEST.tsv'))
  return {
    source,
    models: () => Promise.resolve(folder.models),
    read: (path) => Promise.resolve(folder.read(path)),
    commitOf: (path) => commits.get(path),
  }
}

const catalogue = 'data-models/specs/AllSubjects/official_list_data_models.json'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const listed = (text: string | undefined, source: string): readonly SourceModel[] => {
  const list = text === undefined ? undefined : parsed(text)
  const entries =
    isObject(list) && Array.isArray(list['officialList']) ? list['officialList'].filter(isObject) : []
  const models = entries.flatMap(({ repoName, dataModels }) =>
    typeof repoName === 'string' && Array.isArray(dataModels)
      ? dataModels.filter((name) => typeof name === 'string').map((name) => modelOf(`${repoName}/${name}`))
      : [],
  )
  if (models.length === 0)
    throw new UsageError(
      `${source} lists no models (${catalogue}); name them as REPO/MODEL, such as dataModel.Parking/ParkingSpot`,
    )
  return models
}

/** A site is asked for one document at a time; only http and https, a time limit, a size limit, no address of the local network but its own. */
const openSite = (source: string, options: SupplyOptions): Supply => {
  const base = source.replace(/\/+$/, '')
  const { hostname } = new URL(base)
  const read = async (path: string): Promise<string | undefined> => {
    const url = `${base}/${path.split('/').map(encodeURIComponent).join('/')}`
    const { status, text } = await download(url, {
      maxBytes: maxDocumentBytes,
      // The user named this host; a document that refers to another host of the local network does not reach it.
      allowPrivate: (host) => host === hostname,
      signal: options.signal,
    })
    return status === 200 ? text : undefined
  }
  return {
    source,
    models: async () => listed(await read(catalogue).catch(absent), source),
    read: (path) => read(path).catch(absent),
    commitOf: () => undefined,
  }
}

/** A document that the site answers 404 for is absent; everything else that fails is told. */
const absent = (error: unknown): undefined => {
  if (error instanceof Error && (error as { status?: unknown }).status === 404) return undefined
  throw error
}

/** One schema by its URL: the model is named by the last two folders of the path. */
const openSchemaUrl = (source: string, options: SupplyOptions): Supply => {
  const { document } = parseReference(source, '')
  const [name = '', subject = ''] = document.split('/').slice(0, -1).reverse()
  const site = source.slice(0, source.lastIndexOf(`/${name}/`)).replace(new RegExp(`/${subject}$`), '')
  const supply = openSite(site === source ? officialSite : site, options)
  const path = `${subject}/${name}`
  const own = async (): Promise<string | undefined> => {
    const { status, text } = await download(source, {
      maxBytes: maxDocumentBytes,
      allowPrivate: (host) => host === new URL(source).hostname,
      signal: options.signal,
    })
    return status === 200 ? text : undefined
  }
  return {
    source,
    models: () => Promise.resolve([modelOf(path)]),
    read: (wanted) => (wanted === `${path}/schema.json` ? own() : supply.read(wanted)),
    commitOf: () => undefined,
  }
}

/** Opens what the user gave: a folder, the base URL of a site, or the URL of one schema. */
export const openSupply = (source: string, cwd: string, options: SupplyOptions = {}): Promise<Supply> => {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return openFolder(source, cwd)
  if (!/^https?:/i.test(source))
    throw new UsageError(`${source}: only http and https URLs, and folders, are read`)
  return Promise.resolve(/\.json$/i.test(source) ? openSchemaUrl(source, options) : openSite(source, options))
}
