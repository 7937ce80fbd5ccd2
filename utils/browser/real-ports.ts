import browser from 'webextension-polyfill';
import { createSurfaceQueue, type Ports, type RunExclusive } from '@/utils/app/ports';
import { placeBanners, tellTab } from './banners';
import { boundedPorts } from './bounded-ports';
import { holdFiles, readConversation, readFiles } from './chat-content';
import * as clock from './clock';
import { changeDrafts, injectDraftTransfer, readDrafts } from './drafts-store';
import { keepGrant, readEvidence, writeEvidence } from './evidence-store';
import { log, logFailure } from './failure-log';
import { keepHistory } from './history';
import { fetchDocument, fetchLocal } from './http';
import { setLanguage, speechNow } from './i18n';
import { showNotice } from './notifications';
import { hasAccess } from './permissions';
import { eraseAll, readOptions, readStatus, rememberCarriesConversation, writeStatus } from './storage';
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
import { showMenu, showToolbar, wakeAt } from './toolbar';

/** A Web Lock. Worker and extension pages share it, and it is released when the context that has it ends. */
const lockNamed =
  (name: 'status' | 'surfaces' | 'notifications' | 'round'): RunExclusive =>
  (job) =>
    navigator.locks.request(name, job);

/** The queue of rounds. */
export const inRoundTurn = lockNamed('round');

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
