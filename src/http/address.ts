import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const blocked: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['::1', 128, 'ipv6'],
  // NAT64 addresses carry an IPv4 address, private ones among them.
  ['64:ff9b::', 96, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const notPublic = new BlockList()
for (const [network, prefix, family] of blocked) notPublic.addSubnet(network, prefix, family)

/** Tells whether an IP address is loopback, private, link-local, multicast or otherwise not on the public internet. */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 0) return false
  // BlockList compares IPv4-mapped IPv6 addresses (::ffff:10.0.0.1) with the IPv4 rules by itself.
  return notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** The host of a URL without the brackets of an IPv6 address. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

const refusal = (host: string, address: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} is the private address ${address}`), { code: 'EPRIVATE' })

/**
 * A DNS lookup that fails with code EPRIVATE when any answer is a private address.
 * It runs at connect time, so that a name cannot change its address between check and use.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[]
    const bad = error === null ? addresses.find(({ address }) => isPrivateAddress(address)) : undefined
    const problem = error ?? (bad === undefined ? null : refusal(hostname, bad.address))
    const [first] = addresses ?? []
    if (problem !== null) callback(problem, '', 0)
    else if (options.all === true) callback(null, addresses)
    else callback(null, first?.address ?? '', first?.family ?? 0)
  })
}

/** Tells whether a host name, as it stands in a URL or an option, means the machine of whoever asks. */
export const isLoopbackHost = (host: string): boolean => {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}
