import { createBroker, type EmbeddedBroker, type EmbeddedBrokerOptions } from '../../src/broker/index.js'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into by tests
  readonly body: any
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Asks a broker in process; a body gets Content-Type and Content-Length as HTTP clients send them. */
export const asker =
  (broker: EmbeddedBroker): Ask =>
  async (method, path, body, headers = {}) => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const url = path.startsWith('/ngsi-ld') ? path : `/ngsi-ld/v1${path}`
    const response = await broker.fetch(
      new Request(`http://broker.test${url}`, {
        method,
        headers: {
          ...(text === undefined
            ? {}
            : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }),
          ...headers,
        },
        ...(text === undefined ? {} : { body: text }),
      }),
    )
    const answer = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: answer === '' ? undefined : JSON.parse(answer),
    }
  }

export const freshBroker = async (
  options?: EmbeddedBrokerOptions,
): Promise<{ broker: EmbeddedBroker; ask: Ask }> => {
  const broker = await createBroker(options)
  return { broker, ask: asker(broker) }
}

export const ld = { 'Content-Type': 'application/ld+json' }
export const kindOf = (answer: Answer): string => String(answer.body?.type).replace(/^.*\//, '')

export const lamp = (
  number: number,
  members: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  id: `urn:ngsi-ld:Lamp:${number}`,
  type: 'Lamp',
  power: { type: 'Property', value: number },
  ...members,
})
