import { createHash } from 'node:crypto';

/** Alphabet and length of a platform's ids. */
const SIGNS = {
  statuspage: { letters: '0123456789bcdfghjklmnpqrstvwxyz', length: 12 },
  incidentio: { letters: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', length: 26 },
  google: { letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length: 20 },
} as const;

/** An id in the platform's style; the same seed gives the same id. */
export function madeUpId(platform: keyof typeof SIGNS, seed: string): string {
  const { letters, length } = SIGNS[platform];
  const bytes = createHash('sha256').update(seed).digest().subarray(0, length);
  const id = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  // Ids of incident.io start with a timestamp; this one is in 2026.
  return platform === 'incidentio' ? `01K${id.slice(3)}` : id;
}
