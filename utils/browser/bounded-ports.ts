import type { Ports } from '@/utils/app/ports';
import { withTimeout } from './with-timeout';

type AsyncPort = {
  [Name in keyof Ports]: Ports[Name] extends (...args: never[]) => Promise<unknown> ? Name : never;
}[keyof Ports];

/** Locks and timers have no limit: they wait for other jobs. */
type BoundedPort = Exclude<AsyncPort, 'withStatusLock' | 'withNoticeLock' | 'waitUntil'>;

/**
 * Time limit of each call, milliseconds. Null for none: storage calls always settle, and one that was given up could still
 * write later.
 */
export const PORT_LIMITS_MS: Readonly<Record<BoundedPort, number | null>> = {
  // Longer than the timeout of the request itself.
  fetchDocument: 15_000,
  fetchLocal: 5_000,
  readStatus: null,
  writeStatus: null,
  readOptions: null,
  rememberCarriesConversation: null,
  // Ends by itself.
  readConversation: null,
  eraseAll: null,
  readEvidence: null,
  writeEvidence: null,
  keepGrant: null,
  readDrafts: null,
  changeDrafts: null,
  keepHistory: 30_000,
  openPatterns: 5_000,
  hasAccess: 5_000,
  openTabs: 5_000,
  containerOf: 5_000,
  tabInContainer: 5_000,
  // Called under the status lock.
  tabPath: 1_000,
  frontTab: 1_000,
  readComposer: 5_000,
  wakeAt: 5_000,
  showToolbar: 5_000,
  showMenu: 5_000,
  showNotice: 5_000,
  placeBanners: 10_000,
  openTab: 10_000,
  bringForward: 10_000,
  showTab: 5_000,
  tellTab: 5_000,
  injectDraftTransfer: 5_000,
  holdFiles: 2_000,
  // Ends by itself.
  readFiles: null,
};

const namesOf = (limits: object) => Object.keys(limits) as BoundedPort[];

/** The same ports with time limits. Each failure is reported. */
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
