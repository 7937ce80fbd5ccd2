import browser from 'webextension-polyfill';
import { createMutex, createSurfaceQueue } from '@/utils/app/mutex';
import type { Ports } from '@/utils/app/ports';
import { placeBanners, tellTab } from './banners';
import { boundedPorts } from './bounded-ports';
import * as clock from './clock';
import { injectCarry, readDrafts, readTransfers, writeDrafts, writeTransfers } from './drafts-store';
import { readEvidence, writeEvidence } from './evidence-store';
import { logFailure } from './failure-log';
import { keepHistory } from './history';
import { fetchDocument, fetchLocal } from './http';
import { haveWords, speechNow } from './i18n';
import { showNotice } from './notifications';
import { hasAccess } from './permissions';
import { eraseAll, readOptions, readStatus, writeStatus } from './storage';
import { bringForward, openPatterns, openTab, openTabs } from './tabs';
import { showMenu, showToolbar, wakeAt } from './toolbar';

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
  withStatusLock: createMutex(),
  surfaces: createSurfaceQueue(createMutex()),
  inNoticeTurn: createMutex(),
  // Whatever is said is made of what was read: by then there are words.
  readOptions: async () => {
    await haveWords();
    return readOptions();
  },
  eraseAll,
  keepHistory,
  openPatterns,
  hasAccess,
  wakeAt,
  showToolbar,
  showMenu,
  showNotice,
  placeBanners,
  openTab,
  bringForward,
  waitUntil: clock.waitUntil,
  readEvidence,
  writeEvidence,
  readTransfers,
  writeTransfers,
  injectCarry,
  readDrafts,
  writeDrafts,
  openTabs,
  tellTab,
  pageUrl: (page) => browser.runtime.getURL(`/${page}.html`),
};

/** The browser itself, as the use cases need it. Nothing outside storage keeps a caller waiting forever. */
export const realPorts: Ports = boundedPorts(unbounded, logFailure);
