import { describe, expect, it } from 'vitest'
import { freshBroker, lamp, ld } from './ask.js'

const one = 'urn:ngsi-ld:Lamp:1'

describe('what the public conformance tests pin down beyond the text of the standard', () => {
  it.each([
    ['PUT', '/entities/', 400],
    ['PATCH', '/entities/', 400],
    ['PATCH', '/subscriptions/', 405],
    ['DELETE', '/subscriptions/', 405],
    ['DELETE', '/temporal/entities/', 405],
    ['DELETE', `/entities/${one}/attrs/`, 405],
    ['DELETE', `/temporal/entities/${one}/attrs/power/`, 405],
  ])('%s %s is %i', async (method, path, status) => {
    const { ask } = await freshBroker()
    await ask('POST', '/entities', lamp(1))
    const answer = await ask(method, path, method === 'DELETE' ? undefined : { power: 1 })
    expect(answer.status).toBe(status)
    expect((await ask('GET', `/entities/${one}`)).status).toBe(200)
  })

  it.each([`id=${one}`, 'idPattern=.*', 'attrs=createdAt', 'q=modifiedAt>2020-01-01T00:00:00Z'])(
    'a purge by %s alone is too wide and deletes nothing',
    async (query) => {
      const { ask } = await freshBroker()
      await ask('POST', '/entities', lamp(1))
      expect((await ask('DELETE', `/entities?${query}`)).status).toBe(400)
      expect((await ask('GET', `/entities/${one}`)).status).toBe(200)
    },
  )

  it('a context that cannot be had fails its own element of a batch, a Link header beside ld+json the whole', async () => {
    const { ask } = await freshBroker()
    const batch = [
      { ...lamp(1), '@context': [] },
      { ...lamp(2), '@context': 'http://127.0.0.1:9/context.jsonld' },
    ]
    const partly = await ask('POST', '/entityOperations/create', batch, ld)
    expect(partly.status).toBe(207)
    expect(partly.body.success).toEqual([one])
    expect(partly.body.errors[0].error.type).toMatch(/LdContextNotAvailable$/)
    const link =
      '<https://city.example/c>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'
    expect((await ask('POST', '/entityOperations/create', [batch[0]], { ...ld, Link: link })).status).toBe(
      400,
    )
  })

  it('a relationship to nothing is shown as it is where linked entities are asked for', async () => {
    const { ask } = await freshBroker()
    await ask(
      'POST',
      '/entities',
      lamp(1, { pole: { type: 'Relationship', object: 'urn:ngsi-ld:Pole:none' } }),
    )
    const plain = await ask('GET', `/entities/${one}`)
    expect((await ask('GET', `/entities/${one}?join=inline`)).body).toEqual(plain.body)
  })

  it('expiresAt: null ends the end of a registration', async () => {
    const { ask } = await freshBroker()
    const registration = {
      id: 'urn:ngsi-ld:ContextSourceRegistration:1',
      type: 'ContextSourceRegistration',
      endpoint: 'https://source.example',
      information: [{ entities: [{ type: 'Lamp' }] }],
      expiresAt: '2099-01-01T00:00:00Z',
    }
    await ask('POST', '/csourceRegistrations', registration)
    const path = `/csourceRegistrations/${registration.id}`
    expect((await ask('GET', path)).body.expiresAt).toBeDefined()
    expect((await ask('PATCH', path, { expiresAt: null })).status).toBe(204)
    expect((await ask('GET', path)).body).not.toHaveProperty('expiresAt')
  })
})
