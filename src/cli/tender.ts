import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { readProfile } from '../profile/profile-file.js'
import { renderTender, tenderRequirements } from '../profile/tender.js'
import type { Configure } from './command.js'

interface Flags {
  readonly profile: string
  readonly lang: 'en' | 'nl'
  readonly out?: string
  readonly json?: boolean
}

const examples = `
Examples:
  city-context tender --profile voorbeeldstad.profile.yaml --lang nl --out eisen.md
  city-context tender --profile voorbeeldstad.profile.yaml --json
`

/** Configures `city-context tender`. */
export const configure: Configure = (command, io) => {
  command
    .requiredOption('--profile <file>', 'profile, file or URL')
    .addOption(new Option('--lang <lang>', 'language').choices(['en', 'nl']).default('en'))
    .option('-o, --out <file>', 'write to a file')
    .option('--json', 'requirements as JSON')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const { profile: file, lang } = flags
      const location = /^https?:/i.test(file) ? file : resolve(io.cwd, file)
      const profile = await readProfile(location, { signal: io.signal })
      const text =
        flags.json === true
          ? `${JSON.stringify(tenderRequirements(profile, file, lang), null, 2)}\n`
          : renderTender(profile, file, lang)
      if (flags.out === undefined) io.stdout.write(text)
      else await writeFile(resolve(io.cwd, flags.out), text)
    })
}
