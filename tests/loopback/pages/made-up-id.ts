import { createHash } from 'node:crypto';

/** What ids of a platform are made of. */
const SIGNS = {
  statuspage: { letters: '0123456789bcdfghjklmnpqrstvwxyz', length: 12 },
  incidentio: { letters: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', length: 26 },
  google: { letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length: 20 },
} as const;

/** An id that looks like the platform's own; the same seed always gives the same one. */
export function madeUpId(platform: keyof typeof SIGNS, seed: string): string {
  const { letters, length } = SIGNS[platform];
  const bytes = createHash('sha256').update(seed).digest().subarray(0, length);
  const id = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  // Those of incident.io begin with their time: this one lies in 2026.
  return platform === 'incidentio' ? `01K${id.slice(3)}` : id;
}
