import { resolve } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { bundledModels } from '../profile/bundled-model.js'
import { diffProfiles, printDifference } from '../profile/diff.js'
import { lintProfile } from '../profile/lint.js'
import { readProfile } from '../profile/profile-file.js'
import type { Configure, Io } from './command.js'

interface Flags {
  readonly json?: boolean
}

const located = (location: string, io: Io): string =>
  /^https?:/i.test(location) ? location : resolve(io.cwd, location)

const show = (command: Command, io: Io): void => {
  command
    .command('show')
    .description('print a profile with everything that it extends')
    .argument('<profile>', 'file or URL')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: Flags) => {
      const profile = await readProfile(located(file, io), { signal: io.signal })
      io.stdout.write(flags.json === true ? `${JSON.stringify(profile, null, 2)}\n` : stringify(profile))
    })
}

const diff = (command: Command, io: Io): void => {
  command
    .command('diff')
    .description('print what the second profile says otherwise; exit 1 where they differ')
    .argument('<from>', 'file or URL')
    .argument('<to>', 'file or URL')
    .option('--json', 'as JSON')
    .action(async (from: string, to: string, flags: Flags) => {
      const [first, second] = await Promise.all(
        [from, to].map((file) => readProfile(located(file, io), { signal: io.signal })),
      )
      if (first === undefined || second === undefined) return
      const found = diffProfiles(first, second)
      const text = found.map((difference) => `${printDifference(difference)}\n`).join('')
      io.stdout.write(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : text)
      io.exitCode = found.length === 0 ? 0 : 1
    })
}

const lint = (command: Command, io: Io): void => {
  command
    .command('lint')
    .description('compare a profile with the models; exit 1 where it cannot be meant so')
    .argument('<profile>', 'file or URL')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: Flags) => {
      const profile = await readProfile(located(file, io), { signal: io.signal })
      const issues = lintProfile(profile, await bundledModels())
      const text = issues
        .map(({ path, message, hint }) => `${path}: ${message}${hint === undefined ? '' : ` (${hint})`}\n`)
        .join('')
      io.stdout.write(
        flags.json === true ? `${JSON.stringify(issues, null, 2)}\n` : text || 'Nothing to say.\n',
      )
      io.exitCode = issues.length === 0 ? 0 : 1
    })
}

const examples = `
Examples:
  city-context profile show voorbeeldstad.profile.yaml
  city-context profile diff gemeenten.profile.yaml voorbeeldstad.profile.yaml
  city-context profile lint voorbeeldstad.profile.yaml --json
`

/** Configures `city-context profile` with show, diff and lint. */
export const configure: Configure = (command, io) => {
  command.addHelpText('after', examples)
  show(command, io)
  diff(command, io)
  lint(command, io)
}
