import type { Finding, Severity } from './finding.js'
import type { CheckReport } from './report.js'
import { ruleOf, rules } from './rule-table.js'

/** Writes a report as JSON (see schemas/report.schema.json). */
export const renderJson = (report: CheckReport): string => `${JSON.stringify(report, null, 2)}\n`

/** XML 1.0 has no place for most control characters, not even escaped. */
const xml = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const said = (finding: Finding): string =>
  `${finding.path === '' ? '' : `${finding.path} `}${finding.message}${finding.hint === undefined ? '' : ` (${finding.hint})`}`

/** What is counted beside the findings, by a name that says of what. */
const facts = ({ attributes, enums, payloads }: CheckReport): Readonly<Record<string, string>> => ({
  'attributes outside the model': `${attributes.unknown.length} of ${attributes.seen}`,
  'payloads with a location': `${attributes.withLocation} of ${payloads}`,
  ...Object.fromEntries(
    enums.map(({ model, attribute, outside, values }) => [
      `values of ${model}.${attribute} outside the model's list`,
      `${outside} of ${values}`,
    ]),
  ),
})

/** Writes a report as JUnit XML: one test case per rule of the check; a rule with error findings fails. */
export const renderJunit = (report: CheckReport): string => {
  const results = new Map(report.rules.map((result) => [result.rule, result]))
  const failures = report.rules.filter(({ severity }) => severity === 'error').length
  const cases = rules.map((rule) => {
    const result = results.get(rule.id)
    const open = `    <testcase classname="city-context.${rule.group}" name="${xml(`${rule.id}: ${rule.en.title}`)}"`
    if (result === undefined) return `${open}/>`
    const lines = report.findings
      .filter((finding) => finding.rule === rule.id)
      .slice(0, 20)
      .map((finding) => `${finding.place}: ${said(finding)}`)
    const text = xml(lines.join('\n'))
    const message = xml(`${result.count} findings in ${result.payloads} payloads`)
    return result.severity === 'error'
      ? `${open}>\n      <failure message="${message}" type="${rule.id}">${text}</failure>\n    </testcase>`
      : `${open}>\n      <system-out>${message}\n${text}</system-out>\n    </testcase>`
  })
  const name = xml(report.sources.map((source) => source.name).join(', '))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${rules.length}" failures="${failures}">`,
    `  <testsuite name="${name}" tests="${rules.length}" failures="${failures}" timestamp="${report.checkedAt.slice(0, 19)}">`,
    '    <properties>',
    ...Object.entries(facts(report)).map(
      ([fact, value]) => `      <property name="${xml(fact)}" value="${xml(value)}"/>`,
    ),
    '    </properties>',
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

const location = (finding: Finding): object => {
  const [, file = finding.place, line] = /^(.*?)(?::(\d+)|#\d+)?$/.exec(finding.place) ?? []
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
      ...(line === undefined ? {} : { region: { startLine: Number(line) } }),
    },
    logicalLocations: [{ fullyQualifiedName: `${finding.entity ?? finding.place} ${finding.path}`.trim() }],
  }
}

/** Writes a report as SARIF 2.1.0, which code hosts show beside a change. */
export const renderSarif = (report: CheckReport): string => {
  const used = report.rules.map(({ rule }) => ruleOf(rule))
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'city-context',
            version: report.tool.version,
            rules: used.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.en.title },
              fullDescription: { text: rule.en.protects },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        properties: facts(report),
        results: report.findings.map((finding) => ({
          ruleId: ruleOf(finding.rule).id,
          level: levels[finding.severity],
          message: { text: said(finding) },
          locations: [location(finding)],
        })),
      },
    ],
  }
  return `${JSON.stringify(sarif, null, 2)}\n`
}
