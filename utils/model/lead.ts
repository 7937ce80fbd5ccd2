/** When the person's own requests began to fail, and when the page first said so. Epoch milliseconds. */
export interface Led {
  sensedAt: number | null;
  seenAt: number | null;
}

/**
 * How much earlier the person met a trouble than its page told, milliseconds; null where they did not. Measured to the
 * first reading that showed it, not to the start that the page names: makers backdate that (on 2026-09-03 by 15 min),
 * and nobody could read it then. While trouble is possible the page is read every 30 s, so little is claimed too much.
 */
export function leadOf({ sensedAt, seenAt }: Led): number | null {
  return sensedAt === null || seenAt === null || seenAt <= sensedAt ? null : seenAt - sensedAt;
}
