import { shape, svg } from './dom.js'

const radius = 6_378_137
const radians = Math.PI / 180
/** Metres of the Mercator projection, north up. */
export const project = ([longitude, latitude]) => [
  radius * longitude * radians,
  -radius * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
]
const path = (line) => line.map((at, index) => `${index === 0 ? 'M' : 'L'}${project(at).map((n) => n.toFixed(1)).join(' ')}`).join('')
const order = ['built', 'park', 'river', 'canal', 'water', 'street', 'road', 'rail']

/** Draws the town once; what stands in it is set by `show`. Arrow keys, plus, minus and Home work where it has the focus. */
export const createMap = (container, town, onSelect) => {
  const ground = svg('g', { class: 'ground' })
  const words = svg('g', { class: 'words' })
  const calm = svg('g')
  const urgent = svg('g')
  const root = svg('svg', { 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid slice' }, ground, words, calm, urgent)
  container.append(root)
  const features = [...town.features].sort((a, b) => order.indexOf(a.properties.kind) - order.indexOf(b.properties.kind))
  for (const { properties, geometry } of features) {
    const { kind, name } = properties
    if (geometry.type === 'Point') {
      const [x, y] = project(geometry.coordinates)
      words.append(svg('text', { class: kind, 'data-x': x, 'data-y': y }, name))
    } else {
      const lines = geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates]
      ground.append(svg('path', { class: kind, d: lines.map(path).join('') }))
    }
  }

  const markers = new Map()
  let selected
  let home = { x: 0, y: 0, width: 1, height: 1 }
  let view = { x: 0, y: 0, unit: 1 }
  let touched = false
  const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
  const place = (node, x, y) => node.setAttribute('transform', `translate(${x} ${y}) scale(${view.unit * rem()})`)
  const fitting = () =>
    Math.max(home.width / Math.max(1, container.clientWidth), home.height / Math.max(1, container.clientHeight)) * 1.08
  const draw = () => {
    const { clientWidth: width, clientHeight: height } = container
    const { x, y, unit } = view
    root.setAttribute('viewBox', `${x - (width * unit) / 2} ${y - (height * unit) / 2} ${width * unit} ${height * unit}`)
    for (const node of words.children) place(node, node.dataset.x, node.dataset.y)
    for (const { node, at } of markers.values()) place(node, ...at)
  }
  const look = (x, y, unit) => {
    const limits = fitting()
    const clamp = (value, low, size) => Math.min(low + size, Math.max(low, value))
    view = {
      x: clamp(x, home.x - home.width / 2, home.width),
      y: clamp(y, home.y - home.height / 2, home.height),
      unit: Math.min(limits, Math.max(limits / 16, unit)),
    }
    draw()
  }
  const whole = () => {
    touched = false
    look(home.x, home.y, fitting())
  }
  const move = (right, down, factor = 1) => {
    touched = true
    look(view.x + right * 90 * view.unit, view.y + down * 90 * view.unit, view.unit / factor)
  }
  const moves = {
    in: () => move(0, 0, 1.5),
    out: () => move(0, 0, 1 / 1.5),
    all: whole,
    '+': () => moves.in(),
    '=': () => moves.in(),
    '-': () => moves.out(),
    Home: whole,
    ArrowLeft: () => move(-1, 0),
    ArrowRight: () => move(1, 0),
    ArrowUp: () => move(0, -1),
    ArrowDown: () => move(0, 1),
  }

  container.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(moves, event.key)) return
    event.preventDefault()
    moves[event.key]()
  })
  container.addEventListener('wheel', (event) => {
    // A bare wheel scrolls the page; a pinch comes as a wheel with ctrl.
    if (!event.ctrlKey) return
    event.preventDefault()
    move(0, 0, event.deltaY < 0 ? 1.15 : 1 / 1.15)
  }, { passive: false })
  container.addEventListener('pointermove', (event) => {
    if (event.buttons !== 1 || event.pointerType === 'touch') return
    touched = true
    look(view.x - event.movementX * view.unit, view.y - event.movementY * view.unit, view.unit)
  })
  container.addEventListener('click', (event) => {
    const id = event.target.closest('[data-id]')?.dataset.id
    if (id !== undefined) onSelect(id)
  })
  new ResizeObserver(() => (touched ? draw() : whole())).observe(container)

  const frame = () => {
    const all = [...markers.values()].map(({ at }) => at)
    if (all.length === 0) return
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    home = { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 200, height: bottom - top + 200 }
    if (!touched) whole()
  }

  return {
    move: (name) => moves[name]?.(),
    /** Sets what stands in town: id, theme, position, label, part, class. Only what differs is drawn again. */
    show: (places) => {
      const wanted = new Map(places.map((one) => [one.id, one]))
      for (const [id, { node }] of markers) {
        if (wanted.has(id)) continue
        node.remove()
        markers.delete(id)
      }
      const before = markers.size
      for (const { id, theme, position, label, part, state, urgency } of wanted.values()) {
        const key = JSON.stringify([position, label, part, state])
        const known = markers.get(id)
        if (known?.key === key) continue
        const node = svg('g', { class: `place ${theme} ${state}`, 'data-id': id }, shape(theme, label, part))
        if (id === selected) node.classList.add('selected')
        const at = project(position)
        known?.node.remove()
        ;(urgency > 0 ? urgent : calm).append(node)
        markers.set(id, { node, at, key })
        place(node, ...at)
      }
      if (before === 0) frame()
    },
    select: (id) => {
      markers.get(selected)?.node.classList.remove('selected')
      selected = id
      const marker = markers.get(id)
      if (marker === undefined) return
      marker.node.classList.add('selected')
      marker.node.parentNode.append(marker.node)
      const [x, y] = marker.at
      touched = true
      look(x, y, Math.min(view.unit, fitting() / 2))
    },
  }
}
