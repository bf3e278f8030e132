/** Elements from plain values: text is always text, never markup. */
const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (value === true) node.setAttribute(name, '')
    else if (value !== undefined && value !== false) node.setAttribute(name, value)
  }
  node.append(...children.filter((child) => child !== undefined))
  return node
}
export const html = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children)
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)

/** The sign of a theme, 24 wide: on the map, in the figures and in the lists. */
export const sign = (theme) =>
  svg('svg', { class: `sign ${theme}`, viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, shape(theme, ''))

const hexagon = 'M0-11 9.5-5.5V5.5L0 11-9.5 5.5V-5.5Z'
const bubble = 'M-8-9H8a2 2 0 0 1 2 2V3a2 2 0 0 1-2 2H0L-5 10V5H-8a2 2 0 0 1-2-2V-7a2 2 0 0 1 2-2Z'

/** The shape of a place; `label` is written into those that have room for it, `part` (0..1) fills a ring. */
export const shape = (theme, label, part = 0.6) => {
  const parts = {
    parking: () => [svg('rect', { class: 'body', x: -15, y: -10, width: 30, height: 20, rx: 4 })],
    waste: () => [
      svg('circle', { class: 'body', r: 7.5 }),
      svg('circle', { class: 'ring', r: 7.5, pathLength: 100, 'stroke-dasharray': `${part * 100} 100`, transform: 'rotate(-90)' }),
    ],
    air: () => [svg('path', { class: 'body', d: hexagon, transform: 'scale(1.25)' })],
    lamps: () => [svg('rect', { class: 'body', x: -4, y: -4, width: 8, height: 8, transform: 'rotate(45)' })],
    reports: () => [svg('path', { class: 'body', d: bubble, transform: 'scale(.85)' })],
  }
  const text = label === '' ? undefined : svg('text', { y: 4 }, label)
  return svg('g', { transform: label === '' && theme === 'parking' ? 'scale(.75)' : undefined }, ...parts[theme](), text)
}
