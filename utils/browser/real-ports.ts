import browser from 'webextension-polyfill';
import { createSurfaceQueue, oneAtATime } from '@/utils/app/one-at-a-time';
import type { Ports } from '@/utils/app/ports';
import { wakeAt } from './alarms';
import { placeBanners, tellTab } from './banners';
import { boundedPorts } from './bounded-ports';
import { injectCarry, readTransfers, writeTransfers } from './carry-store';
import { bringForward, openPatterns, openTab, openTabs } from './chat-tabs';
import * as clock from './clock';
import { eraseAll } from './erase-all';
import { readEvidence, writeEvidence } from './evidence-store';
import { logFailure } from './failure-log';
import { haveWords } from './have-words';
import { keepHistory } from './history-writer';
import { fetchDocument, fetchLocal } from './http';
import { readDrafts, writeDrafts } from './kept-draft-store';
import { showMenu } from './menu';
import { showNotice } from './notifications';
import { hasAccess } from './permissions';
import { readOptions, readStatus, writeStatus } from './storage';
import { showToolbar } from './toolbar';
import { speechNow } from './translate';

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
  inTurn: oneAtATime(),
  surfaces: createSurfaceQueue(),
  inNoticeTurn: oneAtATime(),
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
