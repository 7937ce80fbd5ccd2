import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sendToClaude } from '@/tests/fakes/chat-requests';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { forgetUnwatched } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { runRound } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMessage } from '@/utils/model/messages';
import { notice } from '@/utils/model/notification';

let browser: FakeBrowser;
const watchOnly = (...watched: AssistantId[]) => {
  browser.options = { ...browser.options, watched };
};
const round = async (afterMs = 90 * SECOND) => {
  browser.pass(afterMs);
  await runRound(browser.ports());
};
const send = (message: PageMessage) => answerPage(browser.ports(), createMutex(), message);
const breakDown = (id: AssistantId) => setPage(browser, id, 'major_outage', { incidents: [incidentOf(id)] });

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.openChats = ['https://claude.ai/*', 'https://chatgpt.com/*', 'https://github.com/copilot*'];
  for (const id of ['claude', 'chatgpt', 'copilot'] as const) setPage(browser, id, 'operational');
  await runRound(browser.ports());
});

describe('an assistant that is no longer watched', () => {
  it('does not notify about a recovery when it is watched again days later', async () => {
    breakDown('claude');
    await round();
    watchOnly('chatgpt');
    await round();
    setPage(browser, 'claude', 'operational');
    watchOnly('claude', 'chatgpt');
    browser.notices.length = 0;
    await round(5 * 24 * HOUR);
    expect(browser.notices).toEqual([]);
    expect(browser.status.recoveries.claude).toBeUndefined();
  });

  it('loses outage, dismissal, recovery alert, reaction and snooze immediately', async () => {
    breakDown('claude');
    await round();
    await answerSite(browser.ports(), { address: 'https://claude.ai/', tabId: 1 }, { type: 'dismiss' });
    await send({ type: 'react', assistantId: 'claude', says: 'broken' });
    await send({ type: 'await-recovery', assistantId: 'claude', awaits: { bringsForward: true } });
    await send({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + HOUR });
    watchOnly('chatgpt');
    await forgetUnwatched(browser.ports());
    const { episodes, recoveries, dismissals, reactions, awaited, snoozes } = browser.status;
    expect({ episodes, recoveries, dismissals, reactions, awaited, snoozes }).toEqual({
      episodes: {},
      recoveries: {},
      dismissals: {},
      reactions: {},
      awaited: {},
      snoozes: {},
    });
  });

  it('loses its past issues after 95 days like any other', async () => {
    breakDown('claude');
    await round();
    setPage(browser, 'claude', 'operational');
    await round();
    watchOnly('chatgpt');
    await round(94 * 24 * HOUR);
    expect(browser.status.past.claude).toMatchObject({ troubles: [{ source: 'seen' }] });
    await round(2 * 24 * HOUR);
    expect(browser.status.past.claude).toMatchObject({ troubles: [], days: [] });
  });

  it('is not counted among simultaneous outages', async () => {
    watchOnly('claude', 'chatgpt', 'copilot');
    breakDown('claude');
    await round();
    watchOnly('chatgpt', 'copilot');
    breakDown('chatgpt');
    await round();
    breakDown('copilot');
    await round();
    const later = browser.notices.map(({ text, title }) => `${title} ${text}`).slice(1);
    expect(later).toEqual([expect.stringContaining('ChatGPT'), expect.stringContaining('Copilot')]);
    expect(later.some((words) => words.includes('Claude'))).toBe(false);
  });

  it('loses the suspicion from its failing requests', async () => {
    await sendToClaude(browser, 529, 529);
    expect(browser.status.verdicts.claude?.suspicion).not.toBeNull();
    watchOnly('chatgpt');
    await forgetUnwatched(browser.ports());
    expect(browser.status.sensed).toEqual({});
    expect(browser.evidence.events).toEqual({});
    watchOnly('claude', 'chatgpt');
    await round(MINUTE);
    expect(browser.status.verdicts.claude?.suspicion).toBeNull();
  });

  it('has no pending notification', async () => {
    browser.areNoticesBroken = true;
    breakDown('claude');
    await round();
    expect(browser.status.outbox).toHaveLength(1);
    browser.areNoticesBroken = false;
    watchOnly('chatgpt');
    await round();
    expect(browser.notices).toEqual([]);
  });

  it('causes no write if nothing is stored about it', async () => {
    const ports = browser.ports();
    const writeStatus = vi.fn(ports.writeStatus);
    const writeEvidence = vi.fn(ports.writeEvidence);
    await forgetUnwatched({ ...ports, writeStatus, writeEvidence });
    expect(writeStatus).not.toHaveBeenCalled();
    expect(writeEvidence).not.toHaveBeenCalled();
  });

  it('causes no write while the limit of a watched one waits to be shown', async () => {
    const limit = { assistantId: 'claude', at: browser.now, until: browser.now } as const;
    const ports = browser.ports();
    await ports.writeStatus({ ...browser.status, outbox: [notice('understudy-limit-claude', { limit })] });
    const writeStatus = vi.fn(ports.writeStatus);
    await forgetUnwatched({ ...ports, writeStatus });
    expect(writeStatus).not.toHaveBeenCalled();
  });

  it('does not stop the round when its state cannot be deleted', async () => {
    breakDown('claude');
    await round();
    watchOnly('chatgpt');
    await forgetUnwatched({ ...browser.ports(), writeStatus: () => Promise.reject(new Error('The disk is full')) });
    expect(browser.status.episodes.claude).toBeDefined();
  });
});

describe('a snooze', () => {
  it('of an assistant that is not watched is not stored', async () => {
    await send({ type: 'snooze', assistantId: 'copilot', untilMs: browser.now + HOUR });
    expect(browser.status.snoozes).toEqual({});
  });
});
