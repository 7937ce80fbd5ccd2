import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { arrive } from '@/utils/app/carry';
import { answerPage, answerSite } from '@/utils/app/commands';
import { forgetUnwatched } from '@/utils/app/forget-unwatched';
import { greet } from '@/utils/app/greet';
import { noteEvidence } from '@/utils/app/note-evidence';
import { forgetInFlight, noteSilence } from '@/utils/app/note-silence';
import { noteVisit } from '@/utils/app/note-visit';
import { oneAtATime } from '@/utils/app/one-at-a-time';
import { openNotice } from '@/utils/app/open-notice';
import { pickFromMenu } from '@/utils/app/pick-from-menu';
import { start } from '@/utils/app/start';
import { watch } from '@/utils/app/watch';
import type { Occasion } from '@/utils/app/watched';
import { evidencePatterns } from '@/utils/assistants/patterns';
import { removeBanners } from '@/utils/browser/banners';
import { onPageShown } from '@/utils/browser/chat-tabs';
import { now, timeOf } from '@/utils/browser/clock';
import { closeLocalStorage } from '@/utils/browser/local-storage';
import { answerMessages } from '@/utils/browser/messages';
import { onNoticePressed } from '@/utils/browser/notifications';
import { inOptionsTurn } from '@/utils/browser/options-turn';
import { realPorts } from '@/utils/browser/real-ports';
import { forgetListeners, onRequest } from '@/utils/browser/seen-requests';
import { takeSynced } from '@/utils/browser/synced-options';
import { unlessBegun } from '@/utils/browser/unless-begun';

/** Listeners only, all registered in the first turn: a browser wakes the worker for those alone. */
export default defineBackground(() => {
  void closeLocalStorage();
  const round = oneAtATime();
  const look = (occasion: Occasion) => void round(() => watch(realPorts, occasion));
  const begin = () => round(() => start(realPorts));

  browser.alarms.onAlarm.addListener(({ scheduledTime }) => {
    look('alarm');
    void noteSilence(realPorts, round, timeOf(scheduledTime));
  });
  // These wake the worker; that it begins anew then is seen below, also where a browser tells nobody.
  browser.runtime.onInstalled.addListener(({ reason }) => void greet(realPorts, reason));
  browser.runtime.onStartup.addListener(() => undefined);
  const gather = () => onRequest(evidencePatterns(), (request) => void noteEvidence(realPorts, round, request));
  gather();
  browser.permissions.onAdded.addListener(() => {
    gather();
    void begin();
  });
  browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
    if (permissions.includes('webRequest')) forgetListeners();
    void realPorts.surfaces.inTurn(removeBanners);
    void forgetInFlight(realPorts, round);
    void begin();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') void inOptionsTurn(takeSynced);
    if (!('options' in changes) && area !== 'managed') return;
    void forgetUnwatched(realPorts);
    look('woken');
  });
  onPageShown((address, tabId, isLoad) => {
    if (isLoad) void arrive(realPorts, tabId, address);
    void noteVisit(realPorts, round, address, isLoad);
  });
  self.addEventListener('online', () => look('woken'));
  self.addEventListener('offline', () => {
    look('alarm');
    void noteSilence(realPorts, round, now());
  });

  answerMessages((incoming) =>
    incoming.from === 'page'
      ? answerPage(realPorts, round, incoming.message)
      : answerSite(realPorts, incoming, incoming.message),
  );

  browser.contextMenus.onClicked.addListener(({ menuItemId }) => void pickFromMenu(realPorts, round, menuItemId));
  onNoticePressed((id, isHistoryWanted) => void openNotice(realPorts, id, isHistoryWanted));

  // Started, installed, updated or switched on again: alarms, scripts and toolbar may be gone.
  void unlessBegun(begin);
});
