import { UsageError } from '../errors.js'
import { renderHtml } from './render-html.js'
import { renderJson, renderJunit, renderSarif } from './render-machine.js'
import { renderText } from './render-text.js'
import type { CheckReport } from './report.js'

/** The forms of a report. */
export const reportFormats = ['text', 'json', 'junit', 'sarif', 'html'] as const

/** One of the forms of a report. */
export type ReportFormat = (typeof reportFormats)[number]

/** Writes a report in one of its forms; `lang` concerns text and HTML. Throws a UsageError for another form. */
export const renderReport = (report: CheckReport, format: ReportFormat, lang: 'en' | 'nl' = 'en'): string => {
  switch (format) {
    case 'text':
      return renderText(report, lang)
    case 'json':
      return renderJson(report)
    case 'junit':
      return renderJunit(report)
    case 'sarif':
      return renderSarif(report)
    case 'html':
      return renderHtml(report, lang)
    default:
      throw new UsageError(`"${String(format)}" is no report format; use ${reportFormats.join(', ')}`)
  }
}
