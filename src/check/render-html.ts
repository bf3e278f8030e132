import type { CheckReport, RuleResult } from './report.js'
import { type ReportWords, words } from './report-words.js'
import { ruleOf } from './rule-table.js'

const html = (value: string | number): string =>
  String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

// One file that works offline and on paper; colours keep a contrast of at least 4.5:1 in both schemes (WCAG 2.2, 1.4.3).
const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--bad:#a40e26;--warn:#7a4b00;--good:#0b6b2e;--tint:#f6f8fa}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9ea7b3;--line:#30363d;--bad:#ff8f86;--warn:#e3b341;--good:#56d364;--tint:#161b22}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
.verdict{font-weight:700;font-size:1.1rem;border-left:.4rem solid;padding:.4rem .8rem;background:var(--tint);margin:1rem 0}
.verdict.good{border-color:var(--good);color:var(--good)}.verdict.bad{border-color:var(--bad);color:var(--bad)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.error{color:var(--bad);font-weight:600}.warning{color:var(--warn);font-weight:600}.info{color:var(--soft)}
.rule{border-top:1px solid var(--line);padding:.8rem 0}.rule h3{font-size:1rem;margin:0}.rule p{margin:.25rem 0;overflow-wrap:anywhere}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}.soft{color:var(--soft)}
:focus-visible{outline:.2rem solid var(--good);outline-offset:.1rem}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#999;--tint:#fff}main{max-width:none;padding:0}.rule{break-inside:avoid}}
`

const list = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([term, value]) => `<dt>${html(term)}</dt><dd>${html(value)}</dd>`).join('')}</dl>`

const head = (report: CheckReport, text: ReportWords): string => {
  const { counts } = report
  const pairs: (readonly [string, string])[] = [
    [text.checkedAt, report.checkedAt],
    ['city-context', report.tool.version],
    [
      text.models,
      report.models.map((model) => `${model.type} ${model.version ?? ''}`.trim()).join(', ') || '–',
    ],
  ]
  if (report.profile !== undefined)
    pairs.push([text.profile, `${report.profile.name} ${report.profile.version}`])
  return `<h1>${html(text.title)}</h1>
<p class="verdict ${report.conformant ? 'good' : 'bad'}">${html(report.conformant ? text.conformant : text.notConformant)}: ${html(text.payloads(report.conformantPayloads, report.payloads))}</p>
<p>${counts.error} ${html(text.errors)}, ${counts.warning} ${html(text.warnings)}, ${counts.info} ${html(text.notes)}. ${html(text.located(report.attributes.withLocation, report.payloads))}.</p>
${list(pairs)}`
}

const table = (
  caption: string,
  header: readonly string[],
  numbers: readonly number[],
  rows: readonly (readonly (string | number)[])[],
): string => {
  const cls = (index: number): string => (numbers.includes(index) ? ' class="number"' : '')
  return `<h2>${html(caption)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${html(caption)}"><table><thead><tr>${header
    .map((name, index) => `<th scope="col"${cls(index)}>${html(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell, index) => `<td${cls(index)}>${html(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div>`
}

const ruleSection = (result: RuleResult, text: ReportWords, lang: 'en' | 'nl'): string => {
  const { example } = result
  const paths = result.paths
    .slice(0, 12)
    .map(({ path, count }) => `<code>${html(path === '' ? '–' : path)}</code> ${count}×`)
    .join(', ')
  const hint = example.hint === undefined ? '' : `<p>${html(text.change)}: ${html(example.hint)}</p>`
  return `<section class="rule"><h3><span class="${result.severity}">${html(text.severity[result.severity])}</span> ${html(result.title)}</h3>
<p class="soft"><code>${html(result.rule)}</code> · ${result.count} × · ${html(ruleOf(result.rule)[lang].protects)}</p>
<p>${html(text.where)}: ${paths}</p>
<p>${html(text.example)}: <code>${html(example.place)}</code>${example.entity === undefined ? '' : ` <code>${html(example.entity)}</code>`}: ${example.path === '' ? '' : `<code>${html(example.path)}</code> `}${html(example.message)}</p>
${hint}</section>`
}

const facts = (report: CheckReport, text: ReportWords): string => {
  const outside = report.enums.filter((result) => result.outside > 0)
  const { unknown, seen } = report.attributes
  return [
    unknown.length === 0
      ? ''
      : `<h2>${html(text.unknownTitle)}</h2><p>${html(text.unknown(unknown.length, seen))}: ${unknown
          .slice(0, 60)
          .map(
            ({ name, nearest }) =>
              `<code>${html(name)}</code>${nearest === undefined ? '' : ` (→ <code>${html(nearest)}</code>)`}`,
          )
          .join(', ')}</p>`,
    outside.length === 0
      ? ''
      : `<h2>${html(text.valuesTitle)}</h2><ul>${outside
          .map(
            (result) =>
              `<li><code>${html(result.attribute)}</code>: ${html(text.outside(result.outside, result.values))} (${html(result.examples.slice(0, 6).join(', '))})</li>`,
          )
          .join('')}</ul>`,
  ].join('')
}

/** Writes a report as one self-contained HTML page: no script, no address to load from, for screen, phone and paper. */
export const renderHtml = (report: CheckReport, lang: 'en' | 'nl'): string => {
  const text = words[lang]
  const findings =
    report.rules.length === 0
      ? `<p>${html(text.noFindings)}</p>`
      : report.rules.map((result) => ruleSection(result, text, lang)).join('\n')
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(text.title)}: ${html(
    report.sources
      .map((source) => source.name)
      .join(', ')
      .slice(0, 120),
  )}</title>
<style>${style}</style>
</head>
<body><main>
${head(report, text)}
${facts(report, text)}
<h2>${html(text.rule)}</h2>
${findings}
${table(
  text.scores,
  [text.rule, '%'],
  [1],
  report.scores.map(({ group, score }) => [text.groups[group] ?? group, (score * 100).toFixed(1)]),
)}
${table(
  text.mims,
  ['MIM', text.rule, text.state, text.why],
  [],
  report.mims.map(({ id, title, state, because }) => [id, title, text.states[state], because]),
)}
${table(
  text.sources,
  [text.sources, text.count, 'SHA-256'],
  [1],
  report.sources.map(({ name, payloads, sha256 }) => [name, payloads, sha256 ?? '–']),
)}
</main></body>
</html>
`
}
