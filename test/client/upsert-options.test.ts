import { expect, test } from 'vitest'
import type { UpsertOptions } from '../../src/client/upsert-options.js'
import { isUsageError } from '../../src/errors.js'
import { Container, containerId } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const connected = connectsUntilEnd()

test.each<[string, object]>([
  ['batchSize', { batchSize: 0 }],
  ['maxBytes', { maxBytes: Number.NaN }],
  ['concurrency', { concurrency: '4' }],
  ['attempts', { attempts: 0 }],
  ['deadlineMs', { deadlineMs: -1 }],
  ['minDelayMs', { minDelayMs: '1s' }],
  ['maxWaitMs', { maxWaitMs: -1 }],
  ['expected', { expected: '1000' }],
  ['validate', { validate: 'maybe' }],
  ['mode', { mode: 'merge' }],
  ['journal', { journal: { file: 'load.ndjson' } }],
  ['journal', { journal: { source: 'register' } }],
  ['deadLetter', { deadLetter: '' }],
])('a wrong %s is a usage error that names it, and nothing is sent: %o', async (name, options) => {
  const city = await connected('http://broker.example:1026', { dialect: 'embedded' })
  const error = await city
    .upsert(Container, [{ id: containerId(1), fillingLevel: 1 }], options as UpsertOptions)
    .catch((e) => e)
  expect(isUsageError(error) && error.message).toMatch(new RegExp(`^${name}\\b.* must be .*got `))
})
