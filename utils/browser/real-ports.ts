import browser from 'webextension-polyfill';
import { createSurfaceQueue, type Ports, type RunExclusive } from '@/utils/app/ports';
import { placeBanners, tellTab } from './banners';
import { holdFiles, readConversation, readFiles } from './chat-content';
import * as clock from './clock';
import { changeDrafts, injectDraftTransfer, readDrafts } from './drafts-store';
import { keepGrant, readEvidence, writeEvidence } from './evidence-store';
import { log, logFailure } from './failure-log';
import { keepHistory } from './history';
import { fetchDocument, fetchLocal } from './http';
import { setLanguage, speechNow } from './i18n';
import { hasAccess } from './permissions';
import { eraseAll, readOptions, readStatus, rememberCarriesConversation, writeStatus } from './storage';
import { showMenu, showNotice, showToolbar } from './surfaces';
import {
  bringForward,
  containerOf,
  frontTab,
  openPatterns,
  openTab,
  openTabs,
  readComposer,
  showTab,
  tabInContainer,
  tabPath,
} from './tabs';

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
  // Longer than the timeout of the requests themselves.
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
  frontTab: 1_000,
  // Awaited under the status lock.
  tabPath: 1_000,
  // Ends by itself.
  readComposer: null,
  wakeAt: 5_000,
  showToolbar: 5_000,
  showMenu: 5_000,
  showNotice: 5_000,
  // Longer than its own limit, at which it resolves.
  placeBanners: 20_000,
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
        return await (limitMs === null ? call(...args) : clock.withTimeout(call(...args), limitMs));
      } catch (error) {
        onFailure(name, error);
        throw error;
      }
    };
    return [name, guarded];
  });
  return { ...ports, ...(Object.fromEntries(bounded) as Pick<Ports, BoundedPort>) };
}

const ALARM = 'watch';
/** A periodic alarm, in case a round dies before it sets the next wake-up. */
const SAFETY_MINUTES = 5;

/**
 * Replaces any earlier wake-up. Browsers fire alarms at most every 30 seconds.
 * https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
async function wakeAt(at: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: clock.realTimeOf(at), periodInMinutes: SAFETY_MINUTES });
}

/** A Web Lock. Worker and extension pages share it, and it is released when the context that has it ends. */
const lockNamed =
  (name: 'status' | 'surfaces' | 'notifications' | 'round'): RunExclusive =>
  (job) =>
    navigator.locks.request(name, job);

/** The queue of rounds. */
export const withRoundLock = lockNamed('round');

const unbounded: Ports = {
  now: clock.now,
  dayStart: clock.dayStart,
  minuteOfDay: clock.minuteOfDay,
  random: Math.random,
  isOnline: () => navigator.onLine,
  speech: speechNow,
  fetchDocument,
  fetchLocal,
  readStatus,
  writeStatus,
  withStatusLock: lockNamed('status'),
  surfaces: createSurfaceQueue(lockNamed('surfaces')),
  withNoticeLock: lockNamed('notifications'),
  readOptions: async () => {
    const options = await readOptions();
    // Nothing is worded before the options are read.
    await setLanguage(options.language);
    return options;
  },
  rememberCarriesConversation,
  readConversation,
  eraseAll,
  keepHistory,
  log,
  openPatterns,
  hasAccess,
  wakeAt,
  showToolbar,
  showMenu,
  showNotice,
  placeBanners,
  openTab,
  bringForward,
  showTab,
  waitUntil: clock.waitUntil,
  readEvidence,
  writeEvidence,
  keepGrant,
  readDrafts,
  changeDrafts,
  injectDraftTransfer,
  holdFiles,
  readFiles,
  openTabs,
  frontTab,
  readComposer,
  containerOf,
  tabInContainer,
  tabPath,
  tellTab,
  pageUrl: (page) => browser.runtime.getURL(`/${page}.html`),
};

/** The ports over the real browser. Every call outside storage ends within a time limit. */
export const realPorts: Ports = boundedPorts(unbounded, logFailure);
