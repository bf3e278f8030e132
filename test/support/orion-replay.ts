import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shared } from './shared.js'

/** One recorded exchange of the transcript. */
interface Recorded {
  readonly url: string
  readonly body: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly answer: string
  /** Notifications that came after it: address and body. */
  readonly told: readonly { readonly target: string; readonly body: string }[]
}

/** The two implementations that one Orion-LD has. */
export type OrionMode = 'default' | 'experimental'

const toldIn = (section: string): Recorded['told'] =>
  [
    ...section
      .slice(section.indexOf('#### notifications received'))
      .matchAll(/```\nPOST (\S+)\n[\s\S]*?\n\n(\{.*)\n```/g),
  ].map(([, target = '', body = '']) => ({ target, body }))

const exchangeOf = (section: string): Recorded | undefined => {
  const block = /```\n([\s\S]*?)\n```/.exec(section)?.[1] ?? ''
  const status = /^< (\d{3}) {2}\[(.*)\]$/m.exec(block)
  if (status === null) return undefined
  const answers = [...block.matchAll(/^< (.*)$/gm)].map(([, text = '']) => text)
  return {
    url: /^[A-Z]+ (\S+)/.exec(block)?.[1] ?? '',
    body: /^> body: (.*)$/m.exec(block)?.[1] ?? '',
    status: Number(status[1]),
    headers: Object.fromEntries(
      (status[2] ?? '')
        .split(' | ')
        .filter((text) => text.includes(': '))
        .map((text) => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 2)]),
    ),
    answer: answers.slice(1).join('\n').replace('(empty)', ''),
    told: section.includes('#### notifications received') ? toldIn(section) : [],
  }
}

/** Reads the exchanges of one mode by their titles. */
export const recordedExchanges = (mode: OrionMode): ReadonlyMap<string, Recorded> => {
  const text = readFileSync(shared(`orion-ld-live/transcript-${mode}.md`).path, 'utf8')
  return new Map(
    text
      .split(/^### /m)
      .slice(1)
      .flatMap((section) => {
        const found = exchangeOf(section)
        return found === undefined ? [] : [[section.slice(0, section.indexOf('\n')).trim(), found] as const]
      }),
  )
}

/** What was noted of batches of 1,001: new ones, ones that exist, and their deletion. */
const crowdAnswers = (
  mode: OrionMode,
): ((url: string, ids: readonly string[]) => readonly [number, unknown]) => {
  const text = readFileSync(shared(`orion-ld-live/extra-${mode}.md`).path, 'utf8')
  const noted = (what: string): readonly [status: number, success: number] => {
    const [, status, success] = new RegExp(`^${what}: (\\d{3})(?: success (\\d+))?`, 'm').exec(text) ?? []
    return [Number(status), Number(success ?? 0)]
  }
  let seen = false
  return (url, ids) => {
    const exists = seen
    seen = true
    if (!exists) return [noted('upsert update, 1001 new')[0], ids]
    const [status, success] = noted(
      url.endsWith('delete') ? 'delete of 1001' : 'upsert update, 1001 existing',
    )
    const error = { type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound', title: 'Entity not found' }
    if (status !== 207) return [status, { type: 'InternalError', title: 'Database Error' }]
    return [
      status,
      { success: ids.slice(0, success), errors: ids.slice(success).map((entityId) => ({ entityId, error })) },
    ]
  }
}

const idsOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/urn:[^"\s,&?/\]}]+/g)].map(([id]) => decodeURIComponent(id))),
]

/** The recorded answer in the names of the request at hand: its first id stands for the recorded first, and so on. */
const translated = (recorded: Recorded, url: string, body: string, text: string): string => {
  const [from, to] = [
    idsOf(decodeURIComponent(recorded.url) + recorded.body),
    idsOf(decodeURIComponent(url) + body),
  ]
  return from.reduce((result, id, index) => result.replaceAll(id, to[index] ?? id), text)
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

/** Which recorded exchange answers a request; undefined where none was recorded. */
export type Choose = (
  method: string,
  url: string,
  body: string,
  headers: IncomingMessage['headers'],
) => string | undefined

/** The subscription that the recording notified, and the one that takes its place here. */
interface Listening {
  readonly id: string
  readonly uri: string
}

const subscriptionIn = (method: string, url: string, body: string): Listening | undefined => {
  if (method !== 'POST' || !url.endsWith('/subscriptions')) return undefined
  const { id, notification } = JSON.parse(body) as {
    readonly id: string
    readonly notification?: { readonly endpoint?: { readonly uri?: string } }
  }
  const uri = notification?.endpoint?.uri
  return uri?.endsWith('?a=1') === true ? { id, uri } : undefined
}

/** Notifies as was recorded: what went to the first subscription, with what the broker put behind its address. */
const notify = async (
  { told, body: from, url: asked }: Recorded,
  request: { readonly url: string; readonly body: string },
  { id, uri }: Listening,
): Promise<void> => {
  for (const { target, body } of told.filter(({ target }) => target.startsWith('/notify1'))) {
    const ids = translated({ url: asked, body: from } as Recorded, request.url, request.body, body)
    const rename = (text: string): string => text.replaceAll('urn:ngsi-ld:Subscription:1', id)
    await fetch(uri + rename(target.slice('/notify1'.length)), { method: 'POST', body: rename(ids) }).catch(
      () => undefined,
    )
  }
}

/** A server that answers as a real Orion-LD was seen to answer, request by request. */
export const startOrionReplay = async (
  mode: OrionMode,
  choose: Choose,
): Promise<{
  readonly url: string
  readonly unknown: readonly string[]
  readonly close: () => Promise<void>
}> => {
  const exchanges = recordedExchanges(mode)
  const crowd = crowdAnswers(mode)
  const unknown: string[] = []
  let listening: Listening | undefined
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request
    const body = await bodyOf(request)
    if (body.length > 40_000) {
      const [status, answer] = crowd(url, idsOf(body))
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      return
    }
    const title = choose(method, decodeURIComponent(url), body, request.headers)
    const recorded = title === undefined ? undefined : exchanges.get(title)
    if (recorded === undefined) {
      unknown.push(`${method} ${decodeURIComponent(url)} ${title ?? ''} ${body.slice(0, 100)}`)
      response.writeHead(599).end()
      return
    }
    listening = subscriptionIn(method, url, body) ?? listening
    if (listening !== undefined) void notify(recorded, { url, body }, listening)
    const answer = translated(recorded, url, body, recorded.answer)
    response.writeHead(
      recorded.status,
      Object.fromEntries(
        Object.entries(recorded.headers).map(([name, value]) => [
          name,
          translated(recorded, url, body, value),
        ]),
      ),
    )
    response.end(method === 'HEAD' || recorded.status === 204 ? undefined : answer)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    unknown,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
