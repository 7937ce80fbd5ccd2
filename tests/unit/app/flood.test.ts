import { expect, it } from 'vitest';
import { CLAUDE_SEND_URL } from '@/tests/fakes/chat-requests';
import { createMutex } from '@/tests/fakes/fake-locks';
import { setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE } from '@/tests/fakes/samples';
import { answerSite } from '@/utils/app/commands';
import { onWebRequestEvent } from '@/utils/app/evidence';
import { runRound } from '@/utils/app/round';
import type { SeenRequest } from '@/utils/model/evidence';

const MINUTES = 10;
const A_MINUTE = 600;

/** Ten minutes of an event every 100 ms; returns the number of writes and requests. */
async function flooded(work: (browser: FakeBrowser, index: number) => Promise<unknown>) {
  const browser = new FakeBrowser();
  browser.openChats = ['https://claude.ai/*'];
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
  const before = { requests: browser.requests.length };
  let written = 0;
  const ports = browser.ports();
  const counting = {
    ...ports,
    writeStatus: (status: Parameters<typeof ports.writeStatus>[0]) => {
      written += 1;
      return ports.writeStatus(status);
    },
  };
  browser.ports = () => counting;
  for (let index = 0; index < MINUTES * A_MINUTE; index += 1) {
    browser.now += MINUTE / A_MINUTE;
    await work(browser, index);
  }
  return { browser, written, requests: browser.requests.length - before.requests };
}

const ended = (index: number, status: number): SeenRequest => ({
  id: String(index),
  url: CLAUDE_SEND_URL,
  method: 'POST',
  isMainFrame: false,
  stage: 'ended',
  status,
  error: null,
});

it('a flood of failing messages causes few requests, few writes and at most one notification', async () => {
  const round = createMutex();
  const { browser, written, requests } = await flooded((one, index) =>
    onWebRequestEvent(one.ports(), round, ended(index, index % 3 === 0 ? 200 : 529)),
  );
  expect(browser.evidence.events.claude?.length).toBeGreaterThan(0);
  expect(browser.status.verdicts.claude?.suspicion).toMatchObject({ source: 'evidence', what: 'send' });
  // 6,000 messages; the page is read at most every 30 seconds.
  expect(requests).toBeGreaterThan(0);
  expect(requests).toBeLessThanOrEqual(2 * MINUTES * 2);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThanOrEqual(MINUTES * 60);
  expect(browser.notices.length).toBeLessThanOrEqual(1);
  expect(JSON.stringify(browser.evidence).length).toBeLessThan(20_000);
});

it('a script that asks endlessly causes no requests and no writes', async () => {
  const from = { address: 'https://claude.ai/chat/1', tabId: 1 };
  const { written, requests } = await flooded((one) => answerSite(one.ports(), from, { type: 'banner-view' }));
  expect([written, requests]).toEqual([0, 0]);
});

it('a round every 100 ms reads each page at most every 30 seconds', async () => {
  const { requests } = await flooded((one) => runRound(one.ports(), 'alarm'));
  // One document of Claude’s page and two of ChatGPT’s.
  expect(requests).toBeGreaterThan(0);
  expect(requests).toBeLessThanOrEqual(3 * MINUTES * 2);
});
