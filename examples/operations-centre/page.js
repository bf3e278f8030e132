import { html, sign, svg } from './dom.js'
import { createMap } from './map.js'
import { texts } from './texts.js'
import { themes } from './themes.js'

const names = Object.keys(themes)
const byId = (id) => document.getElementById(id)
const asked = new URLSearchParams(location.search).get('lang')
const state = {
  language: Object.hasOwn(texts, asked ?? '') ? asked : navigator.language.startsWith('en') ? 'en' : 'nl',
  places: new Map(),
  clock: undefined,
  replay: false,
  staleMinutes: {},
  hidden: new Set(),
  paused: false,
  heard: 0,
  events: [],
  trends: new Map(names.map((name) => [name, []])),
  silent: new Set(),
  selected: undefined,
}
const words = () => texts[state.language]
const timeOf = (at) =>
  new Intl.DateTimeFormat(state.language, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam', hourCycle: 'h23' })
    .format(at)

const age = (at) => (state.clock - Date.parse(at)) / 60_000
const isStale = ({ theme, at }) => !themes[theme].lasting && age(at) > state.staleMinutes[theme]
const stateOf = (place) => themes[place.theme].state(place)
const all = (theme) => [...state.places.values()].filter((place) => place.theme === theme)
const newest = (places) => places.reduce((latest, { at }) => Math.max(latest, Date.parse(at) || 0), 0)
/** A source is silent when even its newest value is too old. */
const isSilent = (theme) => age(new Date(newest(all(theme))).toISOString()) > state.staleMinutes[theme]
const title = ({ theme, name, id }) => `${words().place[theme]} ${typeof name === 'string' ? name : id}`
/** A name that is a word is enough beside its sign, and its kind is only told; a number alone says nothing: "Container 00001". */
const named = (place) => {
  const [kind, ...name] = title(place).split(' ')
  const isWord = /\p{L}{3}/u.test(name.join(' '))
  return html('span', { class: 'what' }, html('span', isWord ? { class: 'unseen' } : {}, `${kind} `), name.join(' '))
}
const ago = (minutes) => (minutes < 1 ? words().fresh : words().minutes(Math.floor(minutes)))

// What comes in

const note = (event) => {
  state.events = [event, ...state.events].slice(0, 40)
}
const noteChange = ({ place, previous, via }) => {
  const [before, now] = [previous === undefined ? undefined : stateOf({ ...place, value: previous }), stateOf(place)]
  if (before === now || (before === undefined && !(place.theme === 'reports' && via === 'notification'))) return
  note({ at: Date.parse(place.at), theme: place.theme, place, became: before === undefined ? 'opened' : now })
}
const noteSilence = () => {
  for (const theme of names) {
    if (isSilent(theme) === state.silent.has(theme)) continue
    const silent = state.silent.has(theme)
    if (silent) state.silent.delete(theme)
    else state.silent.add(theme)
    note({ at: state.clock, theme, became: silent ? 'sourceBack' : 'sourceSilent' })
  }
}
const takeClock = ({ clock, replay }) => {
  state.clock = Date.parse(clock)
  state.replay = replay
  for (const theme of names) {
    const trend = state.trends.get(theme)
    trend.push(themes[theme].figure(all(theme)))
    if (trend.length > 90) trend.shift()
  }
  noteSilence()
}
const take = {
  snapshot: ({ clock, replay, staleMinutes, places, recent }) => {
    state.staleMinutes = staleMinutes
    state.places = new Map(places.filter(({ theme }) => Object.hasOwn(themes, theme)).map((one) => [one.id, one]))
    state.events = []
    state.silent.clear()
    for (const change of recent) noteChange(change)
    takeClock({ clock, replay })
  },
  place: (change) => {
    state.places.set(change.place.id, change.place)
    noteChange(change)
  },
  gone: ({ id }) => state.places.delete(id),
  clock: takeClock,
}

// What is shown

const label = (place) => {
  const value = typeof place.value === 'number' ? String(Math.round(place.value)) : '?'
  return place.theme === 'parking' || place.theme === 'air' ? value : ''
}
const pointOf = ({ position }) =>
  position?.type === 'Point' && position.coordinates?.slice(0, 2).every(Number.isFinite) ? position.coordinates : undefined
const urgency = (place) => ({ alarm: 2, watch: 1 })[stateOf(place)] ?? 0
const visible = () => [...state.places.values()].filter(({ theme }) => !state.hidden.has(theme))

const drawMap = () =>
  map.show(
    visible()
      .filter((place) => pointOf(place) !== undefined)
      .map((place) => ({
        ...place,
        position: pointOf(place),
        label: label(place),
        part: typeof place.value === 'number' ? Math.min(1, Math.max(0, place.value)) : 0,
        state: `${stateOf(place)}${isStale(place) ? ' stale' : ''}`,
        urgency: isStale(place) ? 0 : urgency(place),
      })),
  )

const line = (trend) => {
  const [low, high] = [Math.min(...trend), Math.max(...trend)]
  const points = trend.map((value, index) => {
    const y = high === low ? 12 : 22 - ((value - low) / (high - low)) * 20
    return `${((index / Math.max(1, trend.length - 1)) * 100).toFixed(1)},${y.toFixed(1)}`
  })
  return svg('svg', { class: 'trend', viewBox: '0 0 100 24', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('polyline', { points: points.join(' ') }))
}

const makeCards = () =>
  byId('themes').replaceChildren(
    ...names.map((theme) =>
      html('li', { class: `card ${theme}`, id: `card-${theme}` },
        html('label', {},
          sign(theme),
          html('span', { class: 'name' }, words()[theme]),
          html('input', {
            type: 'checkbox',
            role: 'switch',
            checked: !state.hidden.has(theme),
            'aria-label': words().onMap(words()[theme]),
            onchange: ({ target }) => {
              if (target.checked) state.hidden.delete(theme)
              else state.hidden.add(theme)
              render()
            },
          })),
        html('p', { class: 'figure' }, html('data', { id: `figure-${theme}`, value: '' }), html('span', { class: 'graph' })),
        html('p', { class: 'note' }),
        html('p', { class: 'badge' }))),
  )
const drawCard = (theme) => {
  const card = byId(`card-${theme}`)
  const places = all(theme)
  const figure = themes[theme].figure(places)
  const last = newest(places)
  const silent = state.silent.has(theme)
  card.classList.toggle('silent', silent)
  card.classList.toggle('off', state.hidden.has(theme))
  const data = byId(`figure-${theme}`)
  data.value = String(figure)
  data.textContent = new Intl.NumberFormat(state.language).format(figure)
  card.querySelector('.graph').replaceChildren(line(state.trends.get(theme)))
  card.querySelector('.note').textContent = themes[theme].note(places, words())
  card.querySelector('.badge').textContent =
    places.length === 0 ? words().none : silent ? words().silent(timeOf(last)) : ago(age(new Date(last).toISOString()))
}

const choose = (id) => {
  state.selected = id
  const theme = state.places.get(id)?.theme
  if (state.hidden.delete(theme)) {
    makeCards()
    render()
  }
  map.select(id)
  drawSelected()
}
const goTo = (id) => {
  choose(id)
  byId('map').scrollIntoView({ block: 'nearest' })
}
const drawSelected = () => {
  const place = state.places.get(state.selected)
  byId('selected').hidden = place === undefined
  if (place === undefined) return
  byId('selected').replaceChildren(
    html('strong', {}, title(place)),
    ` ${themes[place.theme].text(place, words())}, ${isStale(place) ? words().stale : words()[stateOf(place)]} `,
    html('span', { class: 'when' }, place.at === undefined ? '' : timeOf(Date.parse(place.at))),
  )
}

const drawAttention = () => {
  const urgent = visible()
    .filter((place) => urgency(place) > 0 && !isStale(place))
    .sort((a, b) => urgency(b) - urgency(a) || names.indexOf(a.theme) - names.indexOf(b.theme))
  const sources = names.filter((theme) => state.silent.has(theme))
  byId('attention-count').textContent = String(urgent.length + sources.length)
  const list = byId('attention')
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.to : undefined
  const rows = urgent.slice(0, 40).map((place) =>
    html('li', { class: stateOf(place) },
      html('button', { type: 'button', 'data-to': place.id, onclick: () => goTo(place.id) },
        sign(place.theme),
        named(place),
        html('span', { class: 'value' }, themes[place.theme].text(place, words())))))
  list.replaceChildren(
    ...sources.map((theme) =>
      html('li', { class: 'source' }, sign(theme), html('span', { class: 'what' }, words()[theme]),
        html('span', { class: 'value' }, words().silent(timeOf(newest(all(theme))))))),
    ...rows,
    ...(urgent.length > 40 ? [html('li', { class: 'rest' }, words().more(urgent.length - 40))] : []),
    ...(urgent.length + sources.length === 0 ? [html('li', { class: 'rest' }, words().nothing)] : []),
  )
  if (focused !== undefined) [...list.querySelectorAll('button')].find((one) => one.dataset.to === focused)?.focus()
}

const shownEvents = new Map()
const drawEvents = () => {
  const list = byId('events')
  const current = new Set(state.events)
  for (const [event, item] of shownEvents) {
    if (current.has(event)) continue
    item.remove()
    shownEvents.delete(event)
  }
  // Only what is new is added, so that a screen reader says only that.
  for (const event of [...state.events].reverse()) {
    if (shownEvents.has(event)) continue
    const { at, theme, place, became } = event
    const item = html('li', { class: place === undefined ? 'source' : stateOf(place) },
      html('time', { datetime: new Date(at).toISOString() }, timeOf(at)),
      sign(theme),
      place === undefined ? html('span', { class: 'what' }, words()[theme]) : named(place),
      html('span', { class: 'value' }, words().became[became] ?? words()[became]))
    shownEvents.set(event, item)
    list.prepend(item)
  }
}

const drawLists = () => {
  for (const theme of names) {
    const details = byId(`list-${theme}`)
    details.hidden = state.hidden.has(theme)
    const places = all(theme).sort((a, b) => urgency(b) - urgency(a) || title(a).localeCompare(title(b)))
    details.querySelector('summary span').textContent = `${words()[theme]} (${places.length})`
    if (!details.open || details.contains(document.activeElement?.closest('tbody') ?? null)) continue
    details.querySelector('tbody').replaceChildren(
      ...places.map((place) =>
        html('tr', { class: `${stateOf(place)}${isStale(place) ? ' stale' : ''}` },
          html('th', { scope: 'row' },
            html('button', { type: 'button', title: words().show, onclick: () => goTo(place.id) }, title(place))),
          html('td', {}, themes[theme].text(place, words())),
          html('td', {}, html('span', { class: 'state' }, isStale(place) ? words().stale : words()[stateOf(place)])),
          html('td', {}, place.at === undefined ? '' : timeOf(Date.parse(place.at))))))
  }
}
const makeLists = () => {
  const open = new Set(names.filter((theme) => byId(`list-${theme}`)?.open))
  for (const details of document.querySelectorAll('#lists details')) details.remove()
  byId('lists').append(
    ...names.map((theme) =>
      html('details', { id: `list-${theme}`, open: open.has(theme), ontoggle: () => drawLists() },
        html('summary', {}, sign(theme), html('span')),
        html('table', { 'aria-label': words()[theme] },
          html('thead', {}, html('tr', {}, ...words().columns.map((name) => html('th', { scope: 'col' }, name)))),
          html('tbody')))))
}

const drawHead = () => {
  const lost = state.heard !== 0 && performance.now() - state.heard > 30_000
  const connection = byId('connection')
  const says = lost || state.heard === 0 ? words().lost : state.paused ? words().paused : words().live
  if (connection.textContent !== says) connection.textContent = says
  document.body.classList.toggle('lost', lost)
  document.body.classList.toggle('paused', state.paused)
  byId('clock').textContent = state.clock === undefined ? '--:--' : timeOf(state.clock)
  byId('pace').textContent = state.replay ? words().replay : ''
  byId('pause').textContent = state.paused ? words().resume : words().pause
  byId('pause').setAttribute('aria-pressed', String(state.paused))
}
const render = () => {
  drawHead()
  if (state.clock === undefined) return
  for (const theme of names) drawCard(theme)
  drawMap()
  drawAttention()
  drawEvents()
  drawSelected()
  drawLists()
  byId('log').setAttribute('aria-live', 'polite')
}
let waiting = false
const renderSoon = () => {
  if (waiting || state.paused) return
  waiting = true
  setTimeout(() => {
    waiting = false
    if (state.paused) drawHead()
    else render()
  }, 80)
}

const speak = () => {
  const { other, otherCode, page } = words()
  document.documentElement.lang = state.language
  document.title = page
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = words()[node.dataset.text]
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', words()[node.dataset.label])
    if (node.localName === 'button') node.title = words()[node.dataset.label]
  }
  byId('language').textContent = other
  byId('language').lang = otherCode
  byId('log').setAttribute('aria-live', 'off')
  for (const item of shownEvents.values()) item.remove()
  shownEvents.clear()
  makeCards()
  makeLists()
  render()
}

const town = await (await fetch('town.json')).json()
const map = createMap(byId('map'), town, choose)
byId('language').addEventListener('click', () => {
  state.language = words().otherCode
  history.replaceState(null, '', `?lang=${state.language}`)
  speak()
})
byId('pause').addEventListener('click', () => {
  state.paused = !state.paused
  if (state.paused) drawHead()
  else render()
})
for (const button of document.querySelectorAll('[data-move]'))
  button.addEventListener('click', () => map.move(button.dataset.move))
speak()

const stream = new EventSource('events')
for (const [name, taken] of Object.entries(take))
  stream.addEventListener(name, ({ data }) => {
    state.heard = performance.now()
    taken(JSON.parse(data))
    renderSoon()
  })
stream.addEventListener('error', () => {
  state.heard = Math.min(state.heard, performance.now() - 31_000)
  drawHead()
})
setInterval(drawHead, 5000)
