import browser from 'webextension-polyfill';
import { createMutex, createSurfaceQueue } from '@/utils/app/mutex';
import type { Ports } from '@/utils/app/ports';
import { placeBanners, tellTab } from './banners';
import { boundedPorts } from './bounded-ports';
import * as clock from './clock';
import { changeDrafts, injectCarry, readDrafts } from './drafts-store';
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
  surfaces: createSurfaceQueue(),
  inNoticeTurn: createMutex(),
  // Every text is made after an options read, so the messages are loaded here.
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
  readDrafts,
  changeDrafts,
  injectCarry,
  openTabs,
  tellTab,
  pageUrl: (page) => browser.runtime.getURL(`/${page}.html`),
};

/** The ports of the real browser. Only storage calls have no timeout. */
export const realPorts: Ports = boundedPorts(unbounded, logFailure);
