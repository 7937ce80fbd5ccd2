import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { firstPageOf, HOUR } from '@/tests/fakes/samples';
import { answerPage, answerSite } from '@/utils/app/commands';
import { fallbacksTo } from '@/utils/app/continue-elsewhere';
import { endTransfer, fillInstruction, onTransferTabLoaded } from '@/utils/app/draft-transfers';
import { runRound, watchedPages } from '@/utils/app/round';
import { stateOf } from '@/utils/app/state';
import { patternOf } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import type { FallbackId } from '@/utils/model/fallback';
import type { SiteMessage } from '@/utils/model/messages';
import { workingFallbacks } from '@/utils/ui/check/answer';
import { fallbackChoices, NOTHING_FOUND } from '@/utils/ui/popup/fallbacks';

const OWN = 'http://localhost:3000/';
const OLLAMA = 'http://localhost:11434/api/tags';
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.options = {
    ...browser.options,
    planB: ['own:1', 'local:ollama', 'chatgpt'],
    ownChats: [{ id: '1', name: 'Open WebUI', url: OWN }],
    localModels: ['ollama'],
  };
  browser.answers.set(OLLAMA, '{"models":[{"name":"llama3.2"},{"name":"qwen3:8b"}]}');
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const ask = (message: SiteMessage) =>
  answerSite(browser.ports(), { address: 'https://claude.ai/chat/1', tabId: 7 }, message);
const goOn = (to: 'own:1' | 'local:ollama' | 'own:9', draft = 'Hello') => ask({ type: 'continue', to, draft });

describe('the fallback list', () => {
  it('is in the user’s order, with a note for each custom entry', async () => {
    expect(await ask({ type: 'fallbacks' })).toEqual([
      { fallbackId: 'own:1', name: 'Open WebUI', note: english('fallback_own') },
      {
        fallbackId: 'local:ollama',
        name: 'Ollama',
        note: english('fallback_local_other', '2'),
      },
      { fallbackId: 'chatgpt', name: 'ChatGPT', note: null },
    ]);
  });

  it('notes where the user may have to sign in, if sign-ins are configured', async () => {
    browser.options = { ...browser.options, signedIn: ['gemini'] };
    expect(await ask({ type: 'fallbacks' })).toContainEqual({
      fallbackId: 'chatgpt',
      name: 'ChatGPT',
      note: english('fallback_sign_in'),
    });
  });

  it.each([
    ['does not answer', null],
    ['has no models', '{"models":[]}'],
    ['returns HTML', '<html>'],
  ])('omits a local model that %s', async (_, answer) => {
    if (answer === null) browser.answers.delete(OLLAMA);
    else browser.answers.set(OLLAMA, answer);
    expect(await ask({ type: 'fallbacks' })).not.toContainEqual(
      expect.objectContaining({ fallbackId: 'local:ollama' }),
    );
  });

  it('does not ask a local model without access', async () => {
    browser.hasAccess = false;
    const answers = await answerPage(browser.ports(), createMutex(), { type: 'local-models', ids: ['ollama'] });
    expect(answers).toEqual({ ollama: { kind: 'not_allowed' } });
    expect(browser.requests).not.toContain(OLLAMA);
  });
});

describe('a custom chat as fallback', () => {
  it('is opened and filled only in its tab and at its port', async () => {
    await goOn('own:1');
    expect(browser.openedTabs).toEqual([OWN]);
    expect(await fillInstruction(browser.ports(), 1, 'http://localhost:8080/')).toBeNull();
    expect(await fillInstruction(browser.ports(), 2, `${OWN}c/1`)).toBeNull();
    await onTransferTabLoaded(browser.ports(), 1, `${OWN}c/1`);
    expect(browser.transferTabs).toEqual([1]);
    expect(await fillInstruction(browser.ports(), 1, `${OWN}c/1`)).toMatchObject({ text: 'Hello', hints: [] });
    await endTransfer(browser.ports(), 1, `${OWN}c/1`, { id: browser.latestTransfer?.id ?? 0, outcome: 'exact' });
    expect(browser.latestTransfer).toBeNull();
  });

  it('answers its own page only about the transfer', async () => {
    await goOn('own:1');
    const sender = { address: `${OWN}c/1`, tabId: 1 };
    expect(await answerSite(browser.ports(), sender, { type: 'fill-instruction' })).toMatchObject({ text: 'Hello' });
    expect(await answerSite(browser.ports(), sender, { type: 'fallbacks' })).toBeNull();
  });

  it('that was removed is not opened', async () => {
    await goOn('own:9');
    expect(browser.openedTabs).toEqual([]);
  });

  it('without host access is not filled', async () => {
    await goOn('own:1');
    browser.hasAccess = false;
    expect(await fillInstruction(browser.ports(), 1, OWN)).toBeNull();
  });
});

describe('a local model as fallback', () => {
  it('keeps the draft and opens the popup', async () => {
    await goOn('local:ollama');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(browser.latestTransfer).toMatchObject({ to: 'local:ollama', text: 'Hello', tabId: null });
  });

  it('is not requested when another fallback was chosen', async () => {
    browser.requests.length = 0;
    await goOn('own:1');
    expect(browser.requests).toEqual([]);
  });
});

describe('reading the fallbacks', () => {
  const ASSISTANT_IDS: AssistantId[] = ['claude', 'chatgpt', 'gemini', 'copilot', 'groq', 'deepseek'];
  const PLAN: FallbackId[] = ['own:1', 'local:ollama', ...ASSISTANT_IDS];
  const read = () =>
    ASSISTANT_IDS.filter((id) => browser.requests.some((url) => url.startsWith(firstPageOf(id).address)));
  const round = async (ports = browser.ports()) => {
    browser.requests.length = 0;
    browser.now += HOUR;
    await runRound(ports);
    return read();
  };
  const withoutGrantFor = (id: AssistantId) => {
    const closed = firstPageOf(id).hosts.map(patternOf);
    return {
      ...browser.ports(),
      hasAccess: async (patterns: readonly string[]) => !patterns.some((pattern) => closed.includes(pattern)),
    };
  };
  beforeEach(() => {
    browser.options = { ...browser.options, watched: ['claude'], planB: [...PLAN] };
    for (const id of ['copilot', 'groq'] as const) setPage(browser, id, 'operational');
  });

  it('reads three that are not watched', async () => {
    browser.options = { ...browser.options, planB: PLAN.filter((id) => id !== 'gemini') };
    await round();
    expect(await round()).toEqual(['claude', 'chatgpt', 'copilot', 'groq']);
  });

  it('reads the summary of a fallback, not its past incidents', async () => {
    await round();
    const asked = browser.requests.filter((url) => url.startsWith(firstPageOf('copilot').address));
    expect(asked).toEqual([`${firstPageOf('copilot').address}/api/v2/summary.json`]);
  });

  it('does not count a fallback without host access', async () => {
    expect(await round(withoutGrantFor('gemini'))).toEqual(['claude', 'chatgpt', 'copilot', 'groq']);
  });

  it('does not count a fallback that depends on a failing assistant', async () => {
    browser.options = { ...browser.options, planB: ['cursor', 'chatgpt', 'copilot', 'groq'] };
    await round();
    expect(read()).toEqual(['claude', 'chatgpt', 'copilot', 'groq']);
    expect(browser.requests.some((url) => url.includes('cursor'))).toBe(false);
  });

  it('does not count a fallback in trouble and reads it again later', async () => {
    const ports = () => withoutGrantFor('gemini');
    setPage(browser, 'copilot', 'major_outage');
    await round(ports());
    expect(await round(ports())).toEqual(['claude', 'chatgpt', 'copilot', 'groq', 'deepseek']);
    setPage(browser, 'copilot', 'operational');
    await round(ports());
    expect(await ask({ type: 'fallbacks' })).toContainEqual(expect.objectContaining({ fallbackId: 'copilot' }));
  });

  it('reads no fallback while all is well', async () => {
    setPage(browser, 'claude', 'operational');
    await round();
    expect(await round()).toEqual(['claude']);
  });

  it('gives the same fallbacks on banner, popup and check when both defaults are down', async () => {
    browser = new FakeBrowser();
    for (const id of ['claude', 'chatgpt'] as const) setPage(browser, id, 'major_outage');
    setPage(browser, 'copilot', 'operational');
    const ports = withoutGrantFor('gemini');
    await runRound(ports);
    const { status, options } = browser;
    const speech = ports.speech();
    const banner = await fallbacksTo(ports, 'claude');
    const popup = fallbackChoices(status, options, { ...NOTHING_FOUND, front: null }, speech);
    const check = workingFallbacks(options, 'claude', status, speech.now);
    expect(banner.map(({ fallbackId }) => fallbackId)).toEqual(['copilot']);
    expect(popup?.choices.map(({ id }) => id)).toEqual(['copilot']);
    expect(check.map(({ id }) => id)).toEqual(['copilot']);
  });

  it('reads a watched fallback like the others during an issue', async () => {
    browser.options = { ...browser.options, watched: ['claude', 'gemini'] };
    const pages = await watchedPages(browser.ports(), stateOf(browser.status, browser.options), 'alarm');
    expect(pages.find(({ id }) => id === 'gemini')?.attention).toBe('fallback');
  });
});
