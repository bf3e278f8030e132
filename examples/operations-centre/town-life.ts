import { type City, point, property } from 'city-context'
import {
  AirQualityObserved,
  OffStreetParking,
  ServiceRequests,
  Streetlight,
  WasteContainer,
} from 'city-context/models'

/** Minute in which the gateway of the waste containers falls silent, for good. */
const gatewayFails = 30
const subjects = ['Zwerfafval', 'Lamp kapot', 'Losse stoeptegel', 'Overhangend groen']

/** The same numbers in every run. */
const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
/** Writes one minute and gives how many values it wrote. */
type Minute = (minute: number, at: Date) => Promise<number>

/** Those whose turn it is; in minute 0 it is everybody's. */
const turn = <T>(all: readonly T[], minute: number, some: number): readonly T[] =>
  minute === 0
    ? all
    : all.filter((_, index) => Math.floor(index / some) === minute % Math.ceil(all.length / some))

/** The sensors of an invented town: each call writes what they report in one minute, and gives how many did. */
const livingSensors = async (city: City): Promise<Minute> => {
  const random = seeded(7)
  const sites = await city.find(OffStreetParking).toArray()
  const garages = sites.filter(({ availableSpotNumber }) => availableSpotNumber !== undefined)
  const containers = await city.find(WasteContainer).toArray()
  const stations = await city.find(AirQualityObserved).toArray()
  const lamps = await city.find(Streetlight).toArray()
  const broken = new Set(lamps.filter(({ status }) => status !== 'ok').map(({ id }) => id))
  const values = new Map<string, number>([
    ...garages.map(({ id, availableSpotNumber = 0 }) => [id, availableSpotNumber] as const),
    ...containers.map(({ id, fillingLevel = 0 }) => [id, fillingLevel] as const),
    ...stations.map(({ id, no2 = 20 }) => [id, no2] as const),
  ])
  const step = (id: string, by: number, high: number, digits: number): number => {
    const value = Number(Math.min(high, Math.max(0, (values.get(id) ?? 0) + by)).toFixed(digits))
    values.set(id, value)
    return value
  }
  const breakAndMend = (minute: number, seen: readonly { readonly id: string }[]): void => {
    for (const { id } of seen.slice(0, 1)) if (minute % 7 === 6) broken.add(id)
    for (const { id } of seen) if (minute % 11 === 10) broken.delete(id)
  }

  return async (minute, at) => {
    const when = { observedAt: at }
    const moved = minute === 0 ? 0 : 1
    const parking = turn(garages, minute, 3).map(({ id, type, totalSpotNumber = 0 }) => ({
      id,
      type,
      availableSpotNumber: property(step(id, moved * (random() * 12 - 7), totalSpotNumber, 0), when),
    }))
    const waste = turn(minute < gatewayFails ? containers : [], minute, 4).map(({ id, type }) => ({
      id,
      type,
      fillingLevel: property(step(id, moved * random() * 0.03, 1, 3), when),
    }))
    const air = (minute % 5 === 0 ? stations : []).map(({ id, type }) => ({
      id,
      type,
      no2: property(step(id, moved * (random() * 5 - 2), 120, 1), when),
    }))
    const seen = turn(lamps, minute, 2)
    breakAndMend(minute, seen)
    const light = seen.map(({ id, type }) => ({
      id,
      type,
      status: property(broken.has(id) ? ('defectiveLamp' as const) : ('ok' as const), when),
    }))
    const reports = await Promise.all([
      city.update(OffStreetParking, parking),
      city.update(WasteContainer, waste),
      city.update(AirQualityObserved, air),
      city.update(Streetlight, light),
    ])
    return reports.reduce((sum, { updated, written }) => sum + updated + written, 0)
  }
}

/** The desk that takes citizens' reports: every eight minutes a new one, every twelve the oldest open one is closed. */
const livingDesk = async (city: City): Promise<Minute> => {
  const random = seeded(8)
  const known = await city.find(ServiceRequests).toArray()
  const states = new Map(known.map(({ id, status = 'open' }) => [id, status]))
  const write = async (id: string, at: Date, more: object = {}): Promise<number> => {
    const status = property(states.get(id) ?? 'open', { observedAt: at })
    const { created, updated, written } = await city.upsert(
      ServiceRequests,
      [{ id, type: 'service_requests', status, ...more }],
      { mode: 'update' },
    )
    return created + updated + written
  }
  const take = (minute: number, at: Date): Promise<number> => {
    // The numbers come round again, so that a town that is left running does not grow for ever.
    const number = `VBS-2026-01${String(Math.floor(minute / 8) % 24).padStart(2, '0')}`
    const id = `urn:ngsi-ld:service_requests:voorbeeldstad:${number}`
    states.set(id, 'open')
    return write(id, at, {
      service_request_id: number,
      service_name: subjects[Math.floor(random() * subjects.length)],
      requested_datetime: at.toISOString(),
      location: point(5.212 + random() * 0.05, 52.517 + random() * 0.028),
    })
  }
  const finish = (at: Date): Promise<number> => {
    const oldest = [...states].find(([, status]) => status === 'open')?.[0] ?? ''
    states.set(oldest, 'closed')
    return write(oldest, at)
  }
  return async (minute, at) => {
    let written = 0
    if (minute === 0) for (const id of states.keys()) written += await write(id, at)
    if (minute % 8 === 4) written += await take(minute, at)
    if (minute % 12 === 9) written += await finish(at)
    return written
  }
}

/** What happens in an invented town in one minute, written to its broker. */
export const livingTown = async (city: City): Promise<Minute> => {
  const [sensors, desk] = [await livingSensors(city), await livingDesk(city)]
  return async (minute, at) => (await sensors(minute, at)) + (await desk(minute, at))
}
