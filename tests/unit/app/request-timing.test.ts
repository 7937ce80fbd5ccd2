import { beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { erase } from '@/utils/app/actions';
import {
  answerTiming,
  forgetInFlight,
  onRequestsReported,
  onWebRequestEvent,
  onWebRequestGranted,
} from '@/utils/app/evidence';
import { runRound } from '@/utils/app/round';
import type { RequestTiming, SeenRequest } from '@/utils/model/evidence';
import { blindSpots } from '@/utils/rules/sightings/blind-spots';

const SENDER = { address: 'https://claude.ai/chat/1', tabId: 7 };
const SEND = '/api/organizations/a/chat_conversations/b/completion';
const PATTERN = '^/api/organizations/[^/]+/chat_conversations/[^/]+/(?:retry_)?completion$';
const DAY = 24 * HOUR;
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const grant = () => onWebRequestGranted(browser.ports(), createMutex());
const ask = (sender = SENDER) => answerTiming(browser.ports(), createMutex(), sender, { type: 'timing-paths' });
function report(timing: Partial<RequestTiming>, sender = SENDER) {
  browser.now += 5 * SECOND;
  const met = {
    path: SEND,
    tabPath: '/chat/1',
    isPage: false,
    status: 200,
    firstByteMs: 1_000,
    lengthMs: 4_000,
    ...timing,
  };
  return answerTiming(browser.ports(), createMutex(), sender, { type: 'timing', ...met });
}
const claudeOrder = () => browser.banners.find(({ id }) => id === 'claude');
const outcomes = () => browser.evidence.events.claude?.map(({ what, outcome }) => `${what} ${outcome}`);

it('a script reports timings on watched chat sites from the grant until the browser reports a request', async () => {
  expect(claudeOrder()?.reportsTimings).toBe(false);
  expect(await ask()).toBeNull();
  await grant();
  await runRound(browser.ports());
  expect(claudeOrder()?.reportsTimings).toBe(true);
  expect(browser.banners.find(({ id }) => id === 'gemini')?.reportsTimings).toBe(false);
  expect(await ask()).toContain(PATTERN);
  const seen: SeenRequest = {
    id: '1',
    url: SENDER.address,
    method: 'GET',
    isMainFrame: true,
    stage: 'ended',
    status: 200,
    error: null,
  };
  await onWebRequestEvent(browser.ports(), createMutex(), seen);
  await runRound(browser.ports());
  expect(claudeOrder()?.reportsTimings).toBe(false);
  expect(await ask()).toBeNull();
  expect(await report({ status: 529 })).toBe(false);
});

it('erasing everything does not end the wait for the browser, as the permission stays', async () => {
  await grant();
  await report({ status: 529 });
  await erase(browser.ports(), createMutex());
  expect(browser.evidence.events).toEqual({});
  expect(await ask()).toContain(PATTERN);
});

it('the grant is kept through an update until the browser starts, reports a request, or the permission is revoked', async () => {
  const round = createMutex();
  await grant();
  expect(browser.keptGrant).toBe(browser.now);
  await erase(browser.ports(), round);
  expect(browser.keptGrant).toBe(browser.now);
  expect(await onRequestsReported(browser.ports(), round)).toBe(true);
  expect([browser.keptGrant, await ask()]).toEqual([null, null]);
  expect(await onRequestsReported(browser.ports(), round)).toBe(false);
  await grant();
  await forgetInFlight(browser.ports(), round, true);
  expect(browser.keptGrant).toBeNull();
  await grant();
  const load = { id: '1', url: SENDER.address, method: 'GET', isMainFrame: true };
  await onWebRequestEvent(browser.ports(), round, { ...load, stage: 'ended', status: 200, error: null });
  expect(browser.keptGrant).toBeNull();
});

it('no timing is taken once the permission is revoked, or for a site that is not granted', async () => {
  await grant();
  browser.hasAccess = false;
  expect(await ask()).toBeNull();
  expect(await report({ status: 529 })).toBe(false);
  browser.hasAccess = true;
  await forgetInFlight(browser.ports(), createMutex(), false);
  expect(await ask()).not.toBeNull();
  await forgetInFlight(browser.ports(), createMutex(), true);
  expect(await ask()).toBeNull();
  expect(outcomes()).toBeUndefined();
});

it('reported failures count like observed ones, and answers teach the usual times', async () => {
  await grant();
  await report({});
  expect(browser.evidence.learned?.claude).toMatchObject({ firstByte: [10], lengths: [40] });
  await report({ status: 404 });
  await report({ path: SEND.replace('/b/', '/c/'), status: 529 });
  await report({ path: SEND.replace('/b/', '/d/'), status: 529 });
  expect(outcomes()).toEqual(['send ok', 'send failed', 'send failed', 'send failed']);
  expect(claudeOrder()?.view?.headline).toBe(english('suspicion_sends', '3', '4'));
  expect(browser.evidence.inFlight).toEqual([]);
  expect(JSON.stringify(browser.evidence)).not.toContain('/c/');
});

it('a message belongs to the page that it was sent from, not to the one that the tab shows at its end', async () => {
  await grant();
  const sender = { address: 'https://chatgpt.com/c/9', tabId: 7 };
  browser.tabPaths.set(7, '/c/9');
  const path = '/backend-api/conversation';
  await report({ path, tabPath: '/c/1', status: 500 }, sender);
  await report({ path, tabPath: '/c/1', status: 500 }, sender);
  await report({ path, tabPath: '/c/9', status: 500 }, sender);
  const hashes = browser.evidence.events.chatgpt?.map(({ conversationHash }) => conversationHash) ?? [];
  expect([hashes.length, new Set(hashes).size]).toEqual([3, 2]);
});

it('the load of a chat page counts, and a path that is neither message nor sign-in does not', async () => {
  await grant();
  await report({ path: '/chat/1', isPage: true, status: 503 });
  await report({ path: '/api/account', status: 503 });
  expect(outcomes()).toEqual(['page failed']);
});

it('the load of a chat page is no visit without messages where these go over a WebSocket, which is not listed', async () => {
  browser.options = { ...browser.options, watched: ['claude', 'microsoft_copilot'] };
  await grant();
  const load = { isPage: true, path: '/chats/1' };
  for (let day = 0; day < 4; day += 1) {
    browser.now += DAY;
    expect(await report(load, { address: 'https://copilot.microsoft.com/chats/1', tabId: 8 })).toBe(true);
    await report({ ...load, path: '/chat/1' });
  }
  const kinds = blindSpots(browser.now, browser.status, browser.options).map(({ kind, assistantId }) => [
    kind,
    assistantId,
  ]);
  expect(kinds).toEqual([['messages_unseen', 'claude']]);
});

it('a report counts for the site of its sender only', async () => {
  await grant();
  const elsewhere = { ...SENDER, address: 'https://chatgpt.com/' };
  await report({ status: 529 }, elsewhere);
  await report({ path: '/backend-api/conversation', status: 529 }, elsewhere);
  expect(Object.keys(browser.evidence.events)).toEqual(['chatgpt']);
});

it('a connection that opens is no message and ends no limit', async () => {
  browser.options = { ...browser.options, watched: ['microsoft_copilot'] };
  await runRound(browser.ports());
  const page = {
    id: '1',
    url: 'https://copilot.microsoft.com/c/api/conversations',
    method: 'POST',
    isMainFrame: false,
  };
  const refused = { stage: 'ended', status: 429, error: null, retryAfter: '600' } as const;
  await onWebRequestEvent(browser.ports(), createMutex(), { ...page, ...refused });
  const limit = browser.status.limits.microsoft_copilot;
  expect(limit).toBeDefined();
  const socket = { id: '2', url: 'wss://copilot.microsoft.com/c/api/chat', method: 'GET', isMainFrame: false };
  const opened = { ...socket, isHandshake: true, status: 101 };
  void onWebRequestEvent(browser.ports(), createMutex(), { ...opened, stage: 'sent' });
  await vi.waitFor(() => expect(browser.evidence.inFlight).toHaveLength(1));
  await onWebRequestEvent(browser.ports(), createMutex(), { ...opened, stage: 'answered' });
  await onWebRequestEvent(browser.ports(), createMutex(), { ...opened, stage: 'ended', error: null });
  expect(browser.evidence.events.microsoft_copilot).toMatchObject([
    { outcome: 'limited' },
    { outcome: 'ok', what: 'handshake' },
  ]);
  expect(browser.status.limits.microsoft_copilot).toEqual(limit);
  expect(browser.status.sightings.microsoft_copilot?.sentAt ?? null).toBeNull();
});

it('a handshake that fails is no failure of the site while this device is offline', async () => {
  browser.options = { ...browser.options, watched: ['microsoft_copilot'] };
  const url = 'wss://copilot.microsoft.com/c/api/chat';
  const failHandshake = async (id: string) => {
    const request = { id, url, method: 'GET', isMainFrame: false, isHandshake: true } as const;
    void onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'sent' });
    await vi.waitFor(() => expect(browser.evidence.inFlight).toHaveLength(1));
    // Chromium's only error for handshakes.
    const ended = { ...request, stage: 'ended', status: null, error: 'net::ERR_FAILED' } as const;
    await onWebRequestEvent(browser.ports(), createMutex(), ended);
  };
  browser.isOnline = false;
  await failHandshake('1');
  expect(browser.evidence.events.microsoft_copilot).toBeUndefined();
  browser.isOnline = true;
  await failHandshake('2');
  expect(browser.evidence.events.microsoft_copilot).toMatchObject([{ what: 'handshake', outcome: 'failed' }]);
});

it.each([1_000, 120_000])('of 600 timings in a minute, each %i ms long, at most 30 count', async (lengthMs) => {
  await grant();
  const timing = { path: SEND, tabPath: '/chat/1', isPage: false, status: 529, firstByteMs: 500, lengthMs };
  let counted = 0;
  let last = browser.evidence.events.claude;
  for (let index = 0; index < 600; index += 1) {
    browser.now += MINUTE / 600;
    await answerTiming(browser.ports(), createMutex(), SENDER, { type: 'timing', ...timing });
    // Only the last events are kept, so their number says nothing.
    if (browser.evidence.events.claude !== last) counted += 1;
    last = browser.evidence.events.claude;
  }
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThanOrEqual(30);
});
