import { inDutch } from './dutch.js'
import type { CheckReport, RuleResult } from './report.js'
import { words } from './report-words.js'

const maxRules = 40

const names = (result: RuleResult): string => {
  const shown = result.paths
    .slice(0, 6)
    .map(({ path, count }) => `${path === '' ? '(entity)' : path} ${count}×`)
  return `${shown.join(', ')}${result.paths.length > 6 ? ` … (${result.paths.length})` : ''}`
}

const ruleLines = (result: RuleResult, lang: 'en' | 'nl'): readonly string[] => {
  const { example } = result
  const said = (sentence: string): string => (lang === 'nl' ? (inDutch(sentence) ?? sentence) : sentence)
  return [
    `  ${words[lang].severity[result.severity].toUpperCase().padEnd(12)} ${result.count} × ${result.rule}: ${result.title}`,
    `          ${names(result)}`,
    `          ${example.place}: ${example.path === '' ? '' : `${example.path} `}${said(example.message)}${example.hint === undefined ? '' : ` (${said(example.hint)})`}`,
  ]
}

const factLines = (report: CheckReport, lang: 'en' | 'nl'): readonly string[] => {
  const text = words[lang]
  const { attributes, enums } = report
  const outside = enums.filter((result) => result.outside > 0)
  return [
    ...(attributes.unknown.length > 0
      ? [
          `  ${text.unknown(attributes.unknown.length, attributes.seen)}: ${attributes.unknown
            .slice(0, 8)
            .map(({ name }) => name)
            .join(', ')}${attributes.unknown.length > 8 ? ' …' : ''}`,
        ]
      : []),
    ...outside.map(
      (result) =>
        `  ${result.attribute}: ${text.outside(result.outside, result.values)} (${result.examples.slice(0, 4).join(', ')})`,
    ),
    ...(report.payloads > 0 ? [`  ${text.located(attributes.withLocation, report.payloads)}`] : []),
  ]
}

/** Writes a report for people at a terminal. */
export const renderText = (report: CheckReport, lang: 'en' | 'nl'): string => {
  const text = words[lang]
  const models = report.models.map(
    (model) => `${model.type}${model.version === undefined ? '' : ` ${model.version}`}`,
  )
  const kinds = Object.entries(report.representations).map(([kind, count]) => `${count} ${kind}`)
  return [
    `${report.conformant ? text.conformant : text.notConformant}: ${report.sources.map(({ name }) => name).join(', ')}`,
    `  ${text.payloads(report.conformantPayloads, report.payloads)}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
    ...(models.length > 0 ? [`  ${text.models}: ${models.join(', ')}`] : []),
    ...(report.profile === undefined
      ? []
      : [`  ${text.profile}: ${report.profile.name} ${report.profile.version}`]),
    ...factLines(report, lang),
    ...(report.rules.length > 0 ? [''] : []),
    ...report.rules.slice(0, maxRules).flatMap((result) => ruleLines(result, lang)),
    ...report.waived.map(
      ({ rule, count, reason, expires }) => `  ${text.waived(rule, count, reason, expires)}`,
    ),
    '',
    `${report.counts.error} ${text.errors}, ${report.counts.warning} ${text.warnings}, ${report.counts.info} ${text.notes}`,
    '',
  ].join('\n')
}
