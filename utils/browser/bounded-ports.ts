import type { Ports } from '@/utils/app/ports';
import { withTimeout } from './with-timeout';

type AsyncPort = {
  [Name in keyof Ports]: Ports[Name] extends (...args: never[]) => Promise<unknown> ? Name : never;
}[keyof Ports];

/** Locks and timers have no time limit of their own. */
type BoundedPort = Exclude<AsyncPort, 'withStatusLock' | 'inNoticeTurn' | 'waitUntil'>;

/**
 * How long a call may take before it counts as failed, milliseconds. Null is no limit: storage always settles, and a
 * write that timed out could still take effect later.
 */
export const PORT_LIMITS_MS: Readonly<Record<BoundedPort, number | null>> = {
  // Longer than the request's own timeout.
  fetchDocument: 15_000,
  fetchLocal: 5_000,
  readStatus: null,
  writeStatus: null,
  readOptions: null,
  eraseAll: null,
  readEvidence: null,
  writeEvidence: null,
  readDrafts: null,
  changeDrafts: null,
  keepHistory: 30_000,
  openPatterns: 5_000,
  hasAccess: 5_000,
  openTabs: 5_000,
  wakeAt: 5_000,
  showToolbar: 5_000,
  showMenu: 5_000,
  showNotice: 5_000,
  placeBanners: 10_000,
  openTab: 10_000,
  bringForward: 10_000,
  tellTab: 5_000,
  injectCarry: 5_000,
};

const namesOf = (limits: object) => Object.keys(limits) as BoundedPort[];

/** The same ports with timeouts. Every failure is reported to `onFailure`. */
export function boundedPorts(ports: Ports, onFailure: (call: BoundedPort, error: unknown) => void): Ports {
  const bounded = namesOf(PORT_LIMITS_MS).map((name) => {
    const call = ports[name] as (...args: unknown[]) => Promise<unknown>;
    const limitMs = PORT_LIMITS_MS[name];
    const guarded = async (...args: unknown[]) => {
      try {
        return await (limitMs === null ? call(...args) : withTimeout(call(...args), limitMs));
      } catch (error) {
        onFailure(name, error);
        throw error;
      }
    };
    return [name, guarded];
  });
  return { ...ports, ...(Object.fromEntries(bounded) as Pick<Ports, BoundedPort>) };
}
