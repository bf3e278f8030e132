/** What the system's error codes mean for a person, with the remedy where there is one. */
export const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED); is the broker running, and is the port right?',
  ENOTFOUND: 'the host name is unknown (ENOTFOUND)',
  EAI_AGAIN: 'the host name cannot be resolved now (EAI_AGAIN)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  EPIPE: 'the connection was closed while sending (EPIPE)',
  EHOSTUNREACH: 'the host cannot be reached (EHOSTUNREACH)',
  ENETUNREACH: 'the network cannot be reached (ENETUNREACH)',
  ETIMEDOUT: 'connecting timed out (ETIMEDOUT)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; give its authority as "ca"',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate chain is self-signed; give its authority as "ca"',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified; give its authority as "ca"',
  EPROTO: 'no TLS connection came about (EPROTO); does that port speak https, and TLS of this time?',
  ERR_OSSL_PEM_NO_START_LINE: 'a certificate or key of the tls option is no PEM text',
  ERR_OSSL_BAD_DECRYPT: 'the key of the tls option needs another passphrase',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}
