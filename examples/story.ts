import { type City, connect } from 'city-context'
import { startBroker } from 'city-context/broker'

/**
 * What all stories share: a broker of their own or the one of `BROKER_URL`, a tenant, a line of result, `--serve`.
 * The teller gives the result.
 */
export const tellStory = async (
  tenant: string,
  tell: (city: City, url: string) => Promise<string>,
): Promise<void> => {
  const given = process.env['BROKER_URL']
  const broker = given === undefined ? await startBroker() : undefined
  const url = broker?.url ?? given ?? ''
  const city = await connect(url, { tenant })
  try {
    console.log(`\nResult: ${await tell(city, url)}`)
    if (process.argv.includes('--serve')) {
      console.log(`The broker stays up at ${url} (tenant ${tenant}) until Ctrl-C.`)
      await new Promise((resolve) => process.once('SIGINT', resolve))
    }
  } finally {
    await city.close()
    await broker?.close()
  }
}
