import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** PEM texts, created at every start, so no key is in the repository. */
export interface Certificate {
  key: string;
  cert: string;
  /** Base64 SHA-256 of the DER public key, as Chromium's `--ignore-certificate-errors-spki-list` expects it. */
  spki: string;
}

export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const altNames = [...hosts, 'localhost'].map((value) => ({ type: 2 as const, value }));
  const pem = await generate([{ name: 'commonName', value: 'Understudy test loopback' }], {
    // An RSA key would take a few hundred milliseconds per test file.
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  const publicKey = new X509Certificate(pem.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: pem.private, cert: pem.cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
