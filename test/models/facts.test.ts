import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DescribedModel } from '../../src/model/describe.js'
import { describeModels } from '../../src/model/generate.js'
import { openSource } from '../../src/model/source.js'
import { shared } from '../support/shared.js'

const own = fileURLToPath(new URL('../../schemas', import.meta.url))
const official = shared('sdm')

const described = async (
  folder: string,
  paths?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, DescribedModel>> => {
  const source = await openSource(folder)
  const chosen = paths === undefined ? source.models : source.models.filter((model) => paths.has(model.path))
  const { models } = await describeModels(source, chosen)
  return new Map(models.map((model) => [model.path, model]))
}

/** What must be the same: everything but the words. */
const factsOf = (model: DescribedModel): object => ({
  type: model.type,
  iri: model.iri,
  version: model.version,
  required: [...model.required].sort(),
  attributes: Object.fromEntries(
    model.described
      .map(({ name, descriptor }) => {
        const { description: _, ...facts } = descriptor
        return [name, facts] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
})

describe.skipIf(!official.present)(
  `our schemas say what the official ones say${official.present ? '' : ` (${official.reason})`}`,
  async () => {
    const ours = await described(own)
    let theirs: ReadonlyMap<string, DescribedModel> = new Map()
    beforeAll(async () => {
      theirs = await described(official.path, new Set(ours.keys()))
    })

    it.each([...ours.keys()])('%s: names, kinds, types, values, ranges, units, IRIs, required', (path) => {
      const [mine, published] = [ours.get(path), theirs.get(path)]
      if (mine === undefined || published === undefined) throw new Error(`${path} is not in both`)
      const expected = factsOf(published) as { attributes: Record<string, { minimum?: number }> }
      // Published as "min", which no validator knows; ours says minimum.
      if (path.endsWith('ItemFlowObserved'))
        expected.attributes['laneId'] = { ...expected.attributes['laneId'], minimum: 1 }
      expect(factsOf(mine)).toEqual(expected)
    })
  },
)

describe('the bundled models', () => {
  it('are 22, each with a kind for every attribute in its schema', async () => {
    const source = await openSource(own)
    const { models, findings } = await describeModels(source, source.models)
    expect(models).toHaveLength(22)
    expect(findings).toEqual([])
  })
})
