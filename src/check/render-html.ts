import { inDutch } from './dutch.js'
import type { CheckReport, RuleResult } from './report.js'
import { reportStyle } from './report-style.js'
import { type ReportWords, words } from './report-words.js'
import { ruleOf } from './rule-table.js'

type Language = 'en' | 'nl'

const html = (value: string | number): string =>
  String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const code = (value: string): string => `<code>${html(value)}</code>`

/** Messages are written in English; a screen reader of a Dutch page must know (WCAG 2.2, 3.1.2). */
const sentence = (value: string, lang: Language): string => {
  if (lang === 'en') return html(value)
  const dutch = inDutch(value)
  return dutch === undefined ? `<span lang="en">${html(value)}</span>` : html(dutch)
}

/** A file without its folders: they say something about a machine and nothing about the data. URLs stay whole. */
const fileName = (place: string): string =>
  /^[a-z][a-z0-9+.-]+:\/\//i.test(place) ? place : place.replace(/^.*[/\\]/, '')

/** Pairs of a term and its value; the value is HTML already. */
const list = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([term, value]) => `<dt>${html(term)}</dt><dd>${value}</dd>`).join('')}</dl>`

const names = (items: readonly string[]): string =>
  `<ul class="names">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

const subjectOf = (report: CheckReport): string =>
  report.sources
    .map(({ name }) => fileName(name))
    .join(', ')
    .slice(0, 300)

const figures = (report: CheckReport, text: ReportWords): string => {
  const { counts, payloads, conformantPayloads, attributes } = report
  const items: readonly (readonly [string, string])[] = [
    [String(payloads), text.checkedPayloads],
    [String(conformantPayloads), text.withoutError],
    [String(counts.error), text.errors],
    [String(counts.warning), text.warnings],
    [String(attributes.withLocation), text.withLocation],
  ]
  return `<ul class="figures">${items
    .map(([figure, label]) => `<li><strong>${html(figure)}</strong> ${html(label)}</li>`)
    .join('')}</ul>`
}

const profilePair = (report: CheckReport, text: ReportWords): readonly (readonly [string, string])[] => {
  const { profile } = report
  if (profile === undefined) return []
  const layers = profile.layers.map(
    (layer) => `<br>${html(`${layer.name} ${layer.version}`)} SHA-256 ${code(layer.sha256)}`,
  )
  const owner = profile.owner === undefined ? '' : ` (${profile.owner})`
  return [[text.profile, `${html(`${profile.name} ${profile.version}${owner}`)}${layers.join('')}`]]
}

const head = (report: CheckReport, text: ReportWords): string => {
  const models = report.models.map((model) => `${model.type} ${model.version ?? ''}`.trim()).join(', ')
  const representations = Object.entries(report.representations).map(([name, count]) => `${name} ${count}×`)
  return `<h1>${html(text.title)}</h1>
<p class="subject">${html(subjectOf(report))}</p>
<p class="verdict ${report.conformant ? 'good' : 'bad'}"><strong>${html(report.conformant ? text.conformant : text.notConformant)}</strong> <span>${html(text.payloads(report.conformantPayloads, report.payloads))}</span></p>
${figures(report, text)}
${list([
  [text.checkedAt, `<time datetime="${html(report.checkedAt)}">${html(report.checkedAt)}</time>`],
  [text.checkedWith, html(`city-context ${report.tool.version}`)],
  [text.models, html(models === '' ? '–' : models)],
  ...profilePair(report, text),
  [text.locations, html(text.located(report.attributes.withLocation, report.payloads))],
  [text.form, html(representations.join(', ') || '–')],
])}`
}

const table = (
  caption: string,
  header: readonly string[],
  numbers: readonly number[],
  rows: readonly (readonly string[])[],
): string => {
  const cls = (index: number): string => (numbers.includes(index) ? ' class="number"' : '')
  const cell = (value: string, index: number): string =>
    `<td role="cell" data-label="${html(header[index] ?? '')}"${cls(index)}>${value}</td>`
  // The roles keep the table a table where the narrow layout shows its rows as blocks.
  return `<h2>${html(caption)}</h2><table class="stack" role="table" aria-label="${html(caption)}"><thead role="rowgroup"><tr role="row">${header
    .map((name, index) => `<th scope="col" role="columnheader"${cls(index)}>${html(name)}</th>`)
    .join(
      '',
    )}</tr></thead><tbody role="rowgroup">${rows.map((row) => `<tr role="row">${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`
}

const shownPaths = 12

const ruleSection = (result: RuleResult, text: ReportWords, lang: Language): string => {
  const { example, paths } = result
  const rule = ruleOf(result.rule)[lang]
  const where = paths
    .slice(0, shownPaths)
    .map(({ path, count }) => `${path === '' ? html(text.wholePayload) : code(path)} ${count}×`)
  if (paths.length > shownPaths) where.push(html(text.more(paths.length - shownPaths)))
  const entity = example.entity === undefined ? '' : `, ${code(example.entity)}`
  const path = example.path === '' ? '' : `${code(example.path)} `
  return `<section class="rule"><h3><span class="badge ${result.severity}">${html(text.severity[result.severity])}</span> ${html(rule.title)}</h3>
<p class="soft">${code(result.rule)} · ${html(text.found(result.count, result.payloads))} · ${html(rule.protects)}</p>
${list([
  [text.where, names(where)],
  [
    text.example,
    `${path}${sentence(example.message, lang)} <span class="soft">(${code(fileName(example.place))}${entity})</span>`,
  ],
  ...(example.hint === undefined ? [] : [[text.change, sentence(example.hint, lang)] as const]),
])}</section>`
}

const unknownNames = (report: CheckReport, text: ReportWords): string => {
  const { unknown, seen } = report.attributes
  if (unknown.length === 0) return ''
  const shown = unknown
    .slice(0, 60)
    .map(
      ({ name, count, nearest }) =>
        `${code(name)} ${count}×${nearest === undefined ? '' : ` → ${code(nearest)}?`}`,
    )
  if (unknown.length > 60) shown.push(html(text.more(unknown.length - 60)))
  return `<h2>${html(text.unknownTitle)}</h2><p>${html(text.unknown(unknown.length, seen))}</p>${names(shown)}`
}

const outsideValues = (report: CheckReport, text: ReportWords): string => {
  const outside = report.enums.filter((result) => result.outside > 0)
  if (outside.length === 0) return ''
  return table(
    text.valuesTitle,
    [text.attribute, text.count, text.example],
    [],
    outside.map((result) => [
      code(result.attribute),
      html(text.outside(result.outside, result.values)),
      html(result.examples.slice(0, 6).join(', ')),
    ]),
  )
}

const findings = (report: CheckReport, text: ReportWords, lang: Language): string => {
  const sections = report.rules.map((result) => ruleSection(result, text, lang)).join('\n')
  return `<h2>${html(text.findings)}</h2>${sections === '' ? `<p>${html(text.noFindings)}</p>` : sections}`
}

const waivers = (report: CheckReport, text: ReportWords): string =>
  report.waived.length === 0
    ? ''
    : table(
        text.waivers,
        [text.rule, text.count, text.why, text.until],
        [1],
        report.waived.map(({ rule, count, reason, expires }) => [
          code(rule),
          html(count),
          html(reason),
          html(expires),
        ]),
      )

const scores = (report: CheckReport, text: ReportWords): string =>
  table(
    text.scores,
    [text.group, '%'],
    [1],
    [
      ...report.scores.map(({ group, score }) => [
        html(text.groups[group] ?? group),
        (score * 100).toFixed(1),
      ]),
      ...(report.profile === undefined
        ? [[html(text.groups['profile'] ?? 'profile'), html(text.states['not covered'])]]
        : []),
    ],
  )

const mims = (report: CheckReport, text: ReportWords, lang: Language): string =>
  table(
    text.mims,
    ['MIM', text.rule, text.state, text.why],
    [],
    report.mims.map(({ id, title, state, because }) => [
      html(id),
      sentence(title, lang),
      html(text.states[state]),
      sentence(because, lang),
    ]),
  )

const sources = (report: CheckReport, text: ReportWords): string =>
  table(
    text.sources,
    [text.source, text.checkedPayloads, 'SHA-256'],
    [1],
    report.sources.map(({ name, payloads, sha256 }) => [
      html(fileName(name)),
      html(payloads),
      sha256 === undefined ? '–' : `<code class="hash">${html(sha256)}</code>`,
    ]),
  )

/** Writes a report as one self-contained HTML page: no script, no address to load from, for screen, phone and paper. */
export const renderHtml = (report: CheckReport, lang: Language): string => {
  const text = words[lang]
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(`${text.title}: ${subjectOf(report).slice(0, 120)}`)}</title>
<style>${reportStyle}</style>
</head>
<body><main>
${head(report, text)}
${findings(report, text, lang)}
${waivers(report, text)}
${unknownNames(report, text)}
${outsideValues(report, text)}
${scores(report, text)}
${mims(report, text, lang)}
${sources(report, text)}
</main></body>
</html>
`
}
