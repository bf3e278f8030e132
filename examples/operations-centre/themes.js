/** How the page judges and words each theme. A state is `ok`, `watch`, `alarm`, `unknown` or `done`. */
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value)
const count = (places, test) => places.filter(test).length
const known = (table, value) => (Object.hasOwn(table, value) ? table[value] : undefined)

export const themes = {
  parking: {
    state: ({ value, of }) =>
      !isNumber(value) ? 'unknown' : value <= 0 ? 'alarm' : isNumber(of) && value < of / 10 ? 'watch' : 'ok',
    text: ({ value, of }, words) =>
      !isNumber(value) ? words.unknown : value <= 0 ? words.values.full : words.values.free(value, isNumber(of) ? of : '?'),
    figure: (places) => places.reduce((sum, { value }) => sum + (isNumber(value) ? value : 0), 0),
    note: (places, words) => words.notes.parking(count(places, ({ value }) => value === 0), places.length),
  },
  waste: {
    state: ({ value }) => (!isNumber(value) ? 'unknown' : value > 0.8 ? 'alarm' : value > 0.7 ? 'watch' : 'ok'),
    text: ({ value }, words) => (isNumber(value) ? `${Math.round(value * 100)} %` : words.unknown),
    figure: (places) => count(places, ({ value }) => value > 0.8),
    note: (places, words) => words.notes.waste(places.length),
  },
  air: {
    // 40 and 200 µg/m³ are the limits of the EU for a year and an hour of NO₂ (2008/50/EC).
    state: ({ value }) => (!isNumber(value) ? 'unknown' : value > 200 ? 'alarm' : value > 40 ? 'watch' : 'ok'),
    text: ({ value }, words) => (isNumber(value) ? `${Math.round(value)} µg/m³` : words.unknown),
    figure: (places) => Math.round(Math.max(0, ...places.map(({ value }) => (isNumber(value) ? value : 0)))),
    note: (places, words) => {
      const [top] = places.filter(({ value }) => isNumber(value)).sort((a, b) => b.value - a.value)
      return words.notes.air(top?.name ?? '')
    },
  },
  lamps: {
    state: ({ value }) => (value === 'ok' ? 'ok' : value === 'defectiveLamp' ? 'watch' : 'unknown'),
    text: ({ value }, words) => known(words.values.lamp, value) ?? words.unknown,
    figure: (places) => count(places, ({ value }) => value === 'defectiveLamp'),
    note: (places, words) => words.notes.lamps(places.length),
  },
  reports: {
    state: ({ value }) => (value === 'open' ? 'ok' : value === 'closed' ? 'done' : 'unknown'),
    text: ({ value }, words) => known(words.values.report, value) ?? words.unknown,
    figure: (places) => count(places, ({ value }) => value === 'open'),
    note: (places, words) => words.notes.reports(count(places, ({ value }) => value === 'closed')),
    // A report is no measurement: it does not grow stale, its source may.
    lasting: true,
  },
}
