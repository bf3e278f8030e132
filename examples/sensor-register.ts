/**
 * Which devices hang in public space, whose are they, what for, on what ground, until when? The register answers, and
 * names those that cannot. `npx tsx examples/sensor-register.ts`
 */
import { point } from 'city-context'
import { Device, PrivacyObject } from 'city-context/models'
import { tellStory } from './story.js'

const devices = [
  { nr: 'cam-01', what: 'trafficFlow', owner: 'gemeente', place: point(5.2416, 52.5319) },
  { nr: 'air-07', what: 'airPollution', owner: 'omgevingsdienst', place: point(5.2388, 52.5342) },
  { nr: 'wifi-3', what: 'occupancy', owner: 'centrummanagement', place: point(5.2402, 52.5301) },
  { nr: 'bin-12', what: 'fillingLevel', owner: 'gemeente', place: point(5.2371, 52.5287) },
  { nr: 'mic-02', what: 'noiseLevel', owner: undefined, place: point(5.2433, 52.5295) },
] as const

/** What their owners filed; the microphone filed nothing, the counting of passers-by no ground. */
const filed = [
  {
    nr: 'cam-01',
    purpose: 'Counting vehicles at crossings',
    legitimateInterest: 'Wegenverkeerswet, public task',
    isPersonalData: true,
    retentionPeriod: 'P1D',
    recipientList: ['urn:ngsi-ld:Organization:gemeente'],
  },
  {
    nr: 'air-07',
    purpose: 'Measuring air quality',
    legitimateInterest: 'Omgevingswet, public task',
    isPersonalData: false,
    retentionPeriod: 'P5Y',
    recipientList: ['urn:ngsi-ld:Organization:public'],
  },
  { nr: 'wifi-3', purpose: 'Counting passers-by', isPersonalData: true, recipientList: [] },
  {
    nr: 'bin-12',
    purpose: 'Planning collection',
    isPersonalData: false,
    retentionPeriod: 'P1Y',
    recipientList: [],
  },
]

const deviceId = (nr: string): string => `urn:ngsi-ld:Device:voorbeeldstad:${nr}`

await tellStory('sensor_register', async (city) => {
  await city.upsert(
    Device,
    devices.map(({ nr, what, owner, place }) => ({
      id: deviceId(nr),
      type: 'Device' as const,
      name: nr,
      category: ['sensor'] as const,
      controlledProperty: [what] as const,
      location: place,
      ...(owner === undefined ? {} : { owner: [`urn:ngsi-ld:Organization:${owner}`] }),
    })),
  )
  await city.upsert(
    PrivacyObject,
    filed.map(({ nr, recipientList, ...rest }) => ({
      id: `urn:ngsi-ld:PrivacyObject:voorbeeldstad:${nr}`,
      type: 'PrivacyObject' as const,
      refDevice: deviceId(nr),
      ...(recipientList.length === 0 ? {} : { recipientList }),
      ...rest,
    })),
  )

  /** What the register must say; a ground is needed only where persons are concerned. */
  const gaps = (device: Device, privacy: PrivacyObject | undefined): readonly string[] => [
    ...(device.owner === undefined ? ['whose it is'] : []),
    ...(privacy?.purpose === undefined ? ['what for'] : []),
    ...(privacy?.isPersonalData === undefined ? ['whether it concerns persons'] : []),
    ...(privacy?.isPersonalData === true && privacy.legitimateInterest === undefined
      ? ['on what ground']
      : []),
    ...(privacy?.retentionPeriod === undefined ? ['how long data are kept'] : []),
  ]

  const privacyOf = new Map<string | undefined, PrivacyObject>()
  for await (const statement of city.find(PrivacyObject)) privacyOf.set(statement.refDevice, statement)
  const incomplete: string[] = []
  for (const device of await city.find(Device).orderBy('id').toArray()) {
    const privacy = privacyOf.get(device.id)
    const missing = gaps(device, privacy)
    if (missing.length > 0) incomplete.push(device.name ?? device.id)
    const whose = device.owner?.[0]?.split(':').at(-1) ?? 'nobody'
    console.log(
      `${(device.name ?? '').padEnd(8)} ${whose.padEnd(18)} ${privacy?.purpose ?? 'purpose unknown'}`,
    )
    for (const gap of missing) console.log(`         does not say ${gap}`)
  }
  const personal = await city.find(PrivacyObject).where('isPersonalData', '==', true).count()
  return `${devices.length} devices in public space, ${personal} concern persons; incomplete: ${incomplete.join(', ')}`
})
