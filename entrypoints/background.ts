import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { forgetUnwatched, onInstalled, pickFromMenu, pressNotice, renewMenu, runCommand } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { onTransferTabLoaded } from '@/utils/app/draft-transfers';
import {
  answerTiming,
  checkRequestTimeouts,
  forgetInFlight,
  noteTabMoved,
  onRequestsReported,
  onWebRequestEvent,
  onWebRequestGranted,
} from '@/utils/app/evidence';
import type { Occasion } from '@/utils/app/round';
import { noteVisit, runRound, start, startSession } from '@/utils/app/round';
import { moveDraftsToTab } from '@/utils/app/saved-drafts';
import { evidencePatterns } from '@/utils/assistants/patterns';
import { removeBanners } from '@/utils/browser/banners';
import { now, timeOf } from '@/utils/browser/clock';
import { runLogged as run } from '@/utils/browser/failure-log';
import { answerMessages } from '@/utils/browser/messages';
import { LAST_POLICY } from '@/utils/browser/policy';
import { realPorts, withRoundLock as round } from '@/utils/browser/real-ports';
import { forgetListeners, needsRestart, onRequest } from '@/utils/browser/seen-requests';
import { closeLocalStorage, oncePerBrowserSession, withOptionsLock } from '@/utils/browser/storage';
import { onNoticePressed } from '@/utils/browser/surfaces';
import { takeSynced } from '@/utils/browser/synced-options';
import { onPageShown, onTabReplaced } from '@/utils/browser/tabs';

/** Listeners only. Browsers wake the worker only for listeners that are registered synchronously. */
export default defineBackground(() => {
  void closeLocalStorage();
  const look = (occasion: Occasion) => run('runRound', () => round(() => runRound(realPorts, occasion)));
  const begin = () => round(() => start(realPorts));

  browser.alarms.onAlarm.addListener(({ scheduledTime }) => {
    look('alarm');
    run('checkRequestTimeouts', () => checkRequestTimeouts(realPorts, round, timeOf(scheduledTime)));
  });
  // `oncePerBrowserSession` below decides what to run at a start, because not every browser fires these.
  browser.runtime.onInstalled.addListener(({ reason }) => run('onInstalled', () => onInstalled(realPorts, reason)));
  browser.runtime.onStartup.addListener(() =>
    run('onRequestsReported', async () => {
      if (await onRequestsReported(realPorts, round)) await begin();
    }),
  );
  const gather = () =>
    onRequest(evidencePatterns(), (request) =>
      run('onWebRequestEvent', () => onWebRequestEvent(realPorts, round, request)),
    );
  gather();
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    gather();
    const isBlind = permissions.includes('webRequest') && needsRestart();
    // Scripts that stand in for the browser are placed by the round.
    run('onWebRequestGranted', () =>
      (isBlind ? onWebRequestGranted(realPorts, round) : Promise.resolve()).finally(begin),
    );
  });
  browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
    const isOff = permissions.includes('webRequest');
    if (isOff) forgetListeners();
    run('removeBanners', () => realPorts.surfaces.runExclusive(removeBanners));
    run('forgetInFlight', () => forgetInFlight(realPorts, round, isOff));
    run('start', begin);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') void withOptionsLock(takeSynced);
    // Storing the policy for the first time is not a change of options.
    const isPolicyChanged = changes[LAST_POLICY]?.oldValue !== undefined;
    if (!('options' in changes) && !isPolicyChanged && area !== 'managed') return;
    run('forgetUnwatched', () => forgetUnwatched(realPorts));
    run('renewMenu', () => round(() => renewMenu(realPorts)));
    look('woken');
  });
  onPageShown((address, tabId, isLoad) => {
    if (isLoad) run('onTransferTabLoaded', () => onTransferTabLoaded(realPorts, tabId, address));
    void noteTabMoved(realPorts, address, tabId);
    run('noteVisit', () => noteVisit(realPorts, round, address, isLoad));
  });
  onTabReplaced((id, formerId) => run('moveDraftsToTab', () => moveDraftsToTab(realPorts, id, formerId)));
  self.addEventListener('online', () => look('woken'));
  self.addEventListener('offline', () => {
    look('noticed');
    run('checkRequestTimeouts', () => checkRequestTimeouts(realPorts, round, now()));
  });

  answerMessages((incoming) => {
    if (incoming.from === 'page') return answerPage(realPorts, round, incoming.message);
    const { message } = incoming;
    return message.type === 'timing-paths' || message.type === 'timing'
      ? answerTiming(realPorts, round, incoming, message)
      : answerSite(realPorts, incoming, message);
  });

  // Browsers on Android have neither.
  browser.contextMenus?.onClicked.addListener(({ menuItemId }) =>
    run('pickFromMenu', () => pickFromMenu(realPorts, round, menuItemId)),
  );
  browser.commands?.onCommand.addListener((name) => run('runCommand', () => runCommand(realPorts, round, name)));
  onNoticePressed((id, press) => run('pressNotice', () => pressNotice(realPorts, id, press)));

  // After a start, installation, update or re-enabling, alarms, scripts and toolbar may be gone.
  run('startSession', () => startSession(realPorts, round, oncePerBrowserSession));
});
