import type { Model } from 'city-context'
import {
  AirQualityObserved,
  OffStreetParking,
  ServiceRequests,
  Streetlight,
  WasteContainer,
} from 'city-context/models'

/** A theme: where it comes from, which attribute the page shows, and after how many minutes without news it is stale. */
export interface Theme {
  readonly model: Model
  readonly feed: string
  readonly name: string
  readonly value: string
  readonly of?: string
  readonly staleMinutes: number
}
/** The themes of the page, in its order. */
export const themes: Readonly<Record<string, Theme>> = {
  parking: {
    model: OffStreetParking,
    feed: 'parkeergarages',
    name: 'name',
    value: 'availableSpotNumber',
    of: 'totalSpotNumber',
    staleMinutes: 10,
  },
  waste: {
    model: WasteContainer,
    feed: 'afvalcontainers',
    name: 'serialNumber',
    value: 'fillingLevel',
    staleMinutes: 20,
  },
  air: { model: AirQualityObserved, feed: 'luchtkwaliteit', name: 'name', value: 'no2', staleMinutes: 20 },
  lamps: { model: Streetlight, feed: 'lantaarnpalen', name: 'name', value: 'status', staleMinutes: 60 },
  reports: {
    model: ServiceRequests,
    feed: 'meldingen',
    name: 'service_name',
    value: 'status',
    staleMinutes: 120,
  },
}

/** What the page gets of an entity. */
export interface Place {
  readonly theme: string
  readonly id: string
  readonly name: unknown
  readonly position: unknown
  readonly value: unknown
  readonly of: unknown
  /** When the value was observed, else when the broker took it. */
  readonly at: string | undefined
}

/** Reads the shown attributes of a normalized entity. */
export const placeOf = (theme: string, id: string, entity: unknown): Place => {
  const attributes = entity as Readonly<
    Record<string, { readonly value?: unknown; readonly observedAt?: string; readonly modifiedAt?: string }>
  >
  const { name, value, of = '' } = themes[theme] ?? { name: '', value: '' }
  const shown = attributes[value]
  return {
    theme,
    id,
    name: attributes[name]?.value,
    position: attributes['location']?.value,
    value: shown?.value,
    of: attributes[of]?.value,
    at: shown?.observedAt ?? shown?.modifiedAt,
  }
}
