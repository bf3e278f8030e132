import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly name: string
  readonly cert: string
  readonly key: string
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value))
const truth = der(0x01, Buffer.from([0xff]))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (commonName: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), text(0x0c, commonName))))
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(0x04, value))

const extensionsOf = (isAuthority: boolean): Buffer =>
  der(
    0xa3,
    sequence(
      extension('551d13', sequence(...(isAuthority ? [truth] : []))),
      // The subject's alternative name, an IP address: 127.0.0.1.
      extension('551d11', sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
    ),
  )

/**
 * Makes a certificate of its own (RFC 5280) with Node's key functions only: an authority, or one that an authority
 * signs. Valid for 127.0.0.1 from 2020 to 2049.
 */
export const makeCertificate = (name: string, authority?: Certificate): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer: KeyObject = authority === undefined ? privateKey : createPrivateKey(authority.key)
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(authority?.name ?? name),
    sequence(text(0x17, '200101000000Z'), text(0x17, '490101000000Z')),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensionsOf(authority === undefined),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, signer))
  const base64 = sequence(body, ecdsaWithSha256, signature).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  return {
    name,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
