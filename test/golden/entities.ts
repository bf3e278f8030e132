import type {
  Bench,
  Box,
  IdentitySensor,
  Lamp,
  Meter,
  Model3DPrinter,
  Pump,
  ShapeSensor,
  Signal,
  Tree,
} from './expected/index.js'

const place = { type: 'Point', coordinates: [5, 51] } as const

/** One entity of each model that fits it. */
export const valid: readonly [Pump, ShapeSensor, Box, Model3DPrinter, IdentitySensor, Bench, Lamp, Meter, Tree, Signal] = [
  { id: 'urn:a:1', type: 'Pump', location: place, flow: 3, mode: 'auto', seeAlso: 'https://x.example' },
  { id: 'urn:a:2', type: 'Sensor', reading: 'high', ghost: 1 },
  { id: 'urn:a:3', type: 'Box', lid: false, sides: { side1: 3 } },
  { id: 'urn:a:4', type: '3DPrinter', 'N-TOT': 1, 'open311:type': 'x', Type: 'y', '100m': 1 },
  { id: 'urn:a:5', type: 'Sensor', reading: true },
  { id: 'urn:a:6', type: 'Bench', part: { label: 'a', parts: [{ label: 'b' }] }, near: place, lost: 1, loop: 'x', spot: place, entrance: place, label: 'c', gone: [2], wood: 'oak' },
  { id: 'urn:a:7', type: 'Lamp', colour: 'white', brightness: 3, corners: [1, 'a'], power: 4, maker: 'jörg@straße.example', notes: ['x'], mood: '' },
  { id: 'urn:a:8', type: 'Meter', refDevice: 'urn:d:1', devices: ['urn:d:2'], speed: 3 },
  { id: 'urn:a:9', type: 'Tree', location: place, height: 12, rings: [1, 2], condition: 'good', paint: { over: 'pine' } },
  { id: 'urn:a:10', type: 'Signal', level: 2, flag: true, pairs: [[1, 2]], bag: { any: 1 }, counts: { a: 1 }, state: 's119' },
]

/** One entity of each model that does not. */
export const invalid: readonly [Pump, ShapeSensor, Box, Model3DPrinter, IdentitySensor, Bench, Lamp, Meter, Tree, Signal] = [
  // @ts-expect-error flow is required
  { id: 'urn:a:1', type: 'Pump', location: place },
  // @ts-expect-error a reading is a number or a text
  { id: 'urn:a:2', type: 'Sensor', reading: true, ghost: 1 },
  // @ts-expect-error the model is closed
  { id: 'urn:a:3', type: 'Box', lid: true, colour: 'red' },
  // @ts-expect-error N-TOT is required
  { id: 'urn:a:4', type: '3DPrinter' },
  // @ts-expect-error the other Sensor
  { id: 'urn:a:5', type: 'Sensor', reading: 'high' },
  // @ts-expect-error parts need a label
  { id: 'urn:a:6', type: 'Bench', part: { label: 'a', parts: [{}] } },
  // @ts-expect-error no such colour
  { id: 'urn:a:7', type: 'Lamp', colour: 'blue' },
  // @ts-expect-error refDevice is required
  { id: 'urn:a:8', type: 'Meter' },
  // @ts-expect-error an unknown attribute
  { id: 'urn:a:9', type: 'Tree', location: place, height: 12, heigth: 12 },
  // @ts-expect-error no such level
  { id: 'urn:a:10', type: 'Signal', level: 3 },
]
