import { beforeEach, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { SECOND } from '@/tests/fakes/samples';
import { noteTabMoved, onWebRequestEvent } from '@/utils/app/evidence';
import { runRound } from '@/utils/app/round';

const HOST = 'https://chatgpt.com';
let browser: FakeBrowser;
let made = 0;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

/** The address of a tab changes. */
async function move(tabId: number, path: string): Promise<void> {
  browser.tabPaths.set(tabId, path);
  await noteTabMoved(browser.ports(), `${HOST}${path}?model=x`, tabId);
}

/** Sends a message from what a tab shows. `to`: where its address changes before the answer. */
async function send(tabId: number, status: number, to?: string): Promise<void> {
  browser.now += SECOND;
  made += 1;
  const url = `${HOST}/backend-api/f/conversation`;
  const request = { id: String(made), url, method: 'POST', isMainFrame: false, tabId };
  void onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'sent' });
  await expect.poll(() => browser.evidence.inFlight.some(({ id }) => id === request.id)).toBe(true);
  if (to !== undefined) await move(tabId, to);
  await onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'ended', status, error: null });
}

const conversations = () =>
  new Set(browser.evidence.events.chatgpt?.map(({ conversationHash }) => conversationHash)).size;
const kind = () => browser.status.verdicts.chatgpt?.kind;

it('messages that fail in two new chats are a possible issue, as the user left the first one', async () => {
  await move(1, '/');
  await send(1, 500);
  await send(1, 500);
  expect([conversations(), kind()]).toEqual([1, 'up']);
  await move(1, '/library');
  await move(1, '/');
  await send(1, 500);
  expect([conversations(), kind()]).toEqual([2, 'suspected']);
});

it('messages that fail in a chat that was new a moment ago are no issue', async () => {
  await move(1, '/');
  await send(1, 200, '/c/0a1b');
  await send(1, 500);
  await send(1, 500);
  expect([conversations(), kind()]).toEqual([1, 'up']);
});

it('a tab that shows another page changes nothing while no new chat is open in it', async () => {
  await send(2, 200);
  const before = browser.evidence;
  await move(1, '/');
  await move(1, '/c/0a1b');
  await noteTabMoved(browser.ports(), 'https://claude.ai/new', 1);
  await noteTabMoved(browser.ports(), 'about:blank', 1);
  expect(browser.evidence).toBe(before);
});
