import { type Agent as HttpAgent, request as httpRequest } from 'node:http'
import { type Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { NetworkError } from '../errors.js'
import { reasons } from './network-reason.js'
import { printableUrl } from './url.js'

/** A text to be posted, and the limits of it. */
export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMs: number
  /** Largest answer body in bytes; it is not kept. */
  readonly maxBytes: number
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
  readonly signal: AbortSignal
}

/**
 * Posts a text and gives the status of the answer, whatever it is; rejects with a NetworkError when none came. For
 * notifications, of which only the status counts: through axios one costs three times as much (npm run bench -- subscriptions).
 */
export const post = (given: Post): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = new URL(given.url)
    const secure = url.protocol === 'https:'
    const body = Buffer.from(given.body)
    const fail = (reason: string, code: string | undefined, timedOut = false): void => {
      clearTimeout(timer)
      reject(new NetworkError({ method: 'POST', url: printableUrl(given.url), reason, code, timedOut }))
    }
    const sent = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: secure ? given.httpsAgent : given.httpAgent,
      headers: { ...given.headers, 'Content-Length': body.length },
      signal: given.signal,
    })
    const timer = setTimeout(() => {
      fail(`no answer within ${given.timeoutMs} ms`, 'ETIMEOUT', true)
      sent.destroy()
    }, given.timeoutMs)
    sent.on('error', (error: NodeJS.ErrnoException) =>
      fail(reasons[error.code ?? ''] ?? error.message, error.code),
    )
    sent.on('response', (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes <= given.maxBytes) return
        fail(`the answer is larger than ${given.maxBytes} bytes`, 'ETOOBIG')
        sent.destroy()
      })
      answer.on('error', (error) => fail(error.message, 'ECUTOFF'))
      answer.on('end', () => {
        clearTimeout(timer)
        resolve(answer.statusCode ?? 0)
      })
    })
    sent.end(body)
  })
