import { resolve } from 'node:path'
import { inferMapping } from '../feed/infer-mapping.js'
import { bundledModels } from '../profile/bundled-model.js'
import type { Configure } from './command.js'
import { writeNew } from './new-file.js'

interface Flags {
  readonly type?: string
  readonly out?: string
  readonly json?: boolean
  readonly force?: boolean
}

const examples = `
Examples:
  city-context infer lamps.csv
  city-context infer lamps.csv --type Streetlight --out lamps.map.yaml
  city-context infer parking.json --json
`

/** Configures `city-context infer`. */
export const configure: Configure = (command, io) => {
  command
    .argument('<file>', 'file or http(s) URL')
    .option('--type <model>', 'entity type (default: the model whose attributes most columns mean)')
    .option('-o, --out <file>', 'write the mapping to a file')
    .option('--force', 'overwrite the file')
    .option('--json', 'the guesses with their evidence as JSON')
    .addHelpText('after', examples)
    .action(async (file: string, flags: Flags) => {
      const models = await bundledModels()
      const location = /^https?:/i.test(file) ? file : resolve(io.cwd, file)
      const draft = await inferMapping(location, { models, type: flags.type, signal: io.signal })
      if (flags.out !== undefined)
        await writeNew(resolve(io.cwd, flags.out), draft.mapping, flags.force === true)
      if (flags.json === true) io.stdout.write(`${JSON.stringify(draft, null, 2)}\n`)
      else if (flags.out === undefined) io.stdout.write(draft.mapping)
      else io.stdout.write(`${flags.out}: ${draft.model}, ${draft.questions.length} questions to answer\n`)
    })
}
