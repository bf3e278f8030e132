import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import { check } from '../../src/check/check.js'
import { OffStreetParking } from '../../src/models/index.js'
import { printRecallAndPrecision } from './check-recall.js'

const rows = Number(process.env['BENCH_ROWS'] ?? 100_000)

const writeRows = async (path: string): Promise<void> => {
  const file = await open(path, 'w')
  for (let start = 0; start < rows; start += 5000) {
    let text = ''
    for (let row = start; row < Math.min(rows, start + 5000); row += 1)
      text += `${JSON.stringify({
        id: `urn:ngsi-ld:OffStreetParking:bench:${row}`,
        type: 'OffStreetParking',
        name: `Garage ${row}`,
        location: { type: 'Point', coordinates: [5.1 + (row % 100) / 1000, 52.1] },
        category: ['public', 'feeCharged'],
        allowedVehicleType: ['car'],
        totalSpotNumber: 900,
        availableSpotNumber: row % 300,
        status: ['open'],
        maximumAllowedHeight: 2.1,
      })}\n`
    await file.write(text)
  }
  await file.close()
}

const cpu = async (work: () => Promise<void>): Promise<number> => {
  const start = process.cpuUsage()
  await work()
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1e6
}

const ajvAlone = async (path: string): Promise<void> => {
  const ajv = new Ajv2020({ strict: false, validateFormats: true })
  formatsPlugin.default(ajv)
  const folder = new URL('../../schemas/', import.meta.url)
  const common = JSON.parse(await readFile(new URL('common.json', folder), 'utf8')) as object
  ajv.addSchema({ ...common, $id: 'https://bench.example/common.json' })
  const schema = JSON.parse(
    await readFile(new URL('dataModel.Parking/OffStreetParking/schema.json', folder), 'utf8'),
  ) as object
  const validate = ajv.compile({ ...schema, $id: 'https://bench.example/a/b/schema.json' })
  let good = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (validate(JSON.parse(line))) good += 1
  if (good !== rows) throw new Error(`Ajv accepts ${good} of ${rows}`)
}

const measureSpeed = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-check-'))
  const path = join(folder, 'rows.ndjson')
  try {
    await writeRows(path)
    const alone = await cpu(() => ajvAlone(path))
    const before = process.memoryUsage().rss
    const checked = await cpu(async () => {
      const report = await check(path, { model: OffStreetParking })
      if (!report.conformant || report.payloads !== rows)
        throw new Error('the check finds faults in good data')
    })
    const growth = (process.memoryUsage().rss - before) / 2 ** 20
    process.stdout.write(
      `${[
        `check, ${rows} payloads: JSON.parse + Ajv ${alone.toFixed(2)} s, check ${checked.toFixed(2)} s CPU`,
        `ratio ${(alone / checked).toFixed(2)} (goal ≥ 0.3), ${Math.round(rows / checked)} payloads/s, resident growth ${growth.toFixed(0)} MB`,
      ].join('\n')}\n`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Measures a check of NDJSON against `JSON.parse` plus compiled Ajv over the same file; prints CPU seconds, ratio and memory.
 * Then prints which faults the check tells, and what it says of examples that have none.
 */
export const run = async (): Promise<void> => {
  await measureSpeed()
  await printRecallAndPrecision()
}
