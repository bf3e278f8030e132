import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { WebSocket } from 'undici'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium on this machine: `CHROMIUM`, else the first of its usual names in `PATH`. */
export const chromium: string | undefined =
  process.env['CHROMIUM'] ??
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))

/** One page in a Chromium without a window, over its DevTools protocol. */
export interface BrowserPage {
  readonly open: (url: string) => Promise<void>
  readonly size: (width: number, height: number) => Promise<void>
  /** Value of an expression in the page; a promise is awaited. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  readonly press: (key: string) => Promise<void>
  readonly screenshot: (file: string) => Promise<void>
  /** Exceptions, console errors and refusals (of the content security policy, of the network) so far. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly type?: string; readonly entry?: { readonly level: string } }
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

const debuggerAddress = (browser: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    browser.stderr?.on('data', (data) => {
      text += data
      const [address] = /ws:\/\/\S+/.exec(text) ?? []
      if (address !== undefined) resolve(new URL(address).host)
    })
    browser.once('exit', () => reject(new Error(`Chromium ended: ${text}`)))
  })

const isError = ({ method, params }: Message): boolean =>
  method === 'Runtime.exceptionThrown' ||
  (method === 'Runtime.consoleAPICalled' && params?.type === 'error') ||
  (method === 'Log.entryAdded' && params?.entry?.level === 'error')

/** Starts Chromium with a profile of its own, which `close` removes. */
export const openBrowser = async (path: string): Promise<BrowserPage> => {
  const profile = await mkdtemp(join(tmpdir(), 'city-context-browser-'))
  const switches = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0']
  const browser = spawn(path, [...switches, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const host = await debuggerAddress(browser)
  const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))

  const errors: string[] = []
  const waiting = new Map<number, (message: Message) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else if (isError(message)) errors.push(JSON.stringify(message.params))
  })
  let last = 0
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ result, error }) =>
        error === undefined ? resolve(result as T) : reject(new Error(`${method}: ${error.message}`)),
      )
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`)

  return {
    errors,
    open: async (url) => {
      await send('Page.navigate', { url })
    },
    size: async (width, height) => {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: width < 500 }
      await send('Emulation.setDeviceMetricsOverride', metrics)
    },
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = await send<{
        readonly result: { readonly value: T }
        readonly exceptionDetails?: object
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return result.value
    },
    press: async (key) => {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key })
    },
    screenshot: async (file) => {
      const { data } = await send<{ readonly data: string }>('Page.captureScreenshot')
      await writeFile(file, Buffer.from(data, 'base64'))
    },
    close: async () => {
      socket.close()
      const gone = new Promise((resolve) => browser.once('exit', resolve))
      browser.kill()
      await gone
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
