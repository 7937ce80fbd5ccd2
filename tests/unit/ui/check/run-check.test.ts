import { beforeEach, describe, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, HOUSE_BOT, MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerPage, answerSite } from '@/utils/app/commands';
import type { Ports } from '@/utils/app/ports';
import { runRound } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import { CHECK_STEPS, type Findings, type SiteProbe } from '@/utils/model/diagnosis';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import type { Check } from '@/utils/model/messages';
import { diagnose } from '@/utils/rules/evidence/diagnose';
import { type CheckSources, runCheck } from '@/utils/ui/check/run-check';
import { setPageRegistry } from '@/utils/ui/page-registry';

let browser: FakeBrowser;
/** How a chat site responds to the probe. */
let probe: () => SiteProbe;
/** The state after every step. */
let checks: Check[];

beforeEach(() => {
  browser = new FakeBrowser();
  setPageRegistry(browser.options);
  probe = () => ({ kind: 'answered', status: 200 });
  checks = [];
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  setPage(browser, 'copilot', 'operational');
});

/** The check's sources over an in-memory background. */
function sourcesOf(ports: Ports): CheckSources {
  return {
    ...ports,
    look: (ids) => answerPage(ports, createMutex(), { type: 'look', assistantIds: [...ids] }),
    probeSite: async () => probe(),
    // Everything here responds immediately or never.
    orNullAfter: (answer) => Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), 0))]),
  };
}

async function check(id: AssistantId = 'claude', broken: Partial<CheckSources & Ports> = {}): Promise<Findings> {
  const sources = sourcesOf({ ...browser.ports(), ...broken });
  await runCheck({ ...sources, ...broken }, id, (step) => checks.push(structuredClone(step)));
  return checks.at(-1)?.findings as Findings;
}

const causeOf = (findings: Findings) => diagnose(findings, { sees: null, meaning: null }).name;
const hostsAsked = () => [...new Set(browser.requests.map((url) => new URL(url).host))];

it('runCheck reports each step before the next begins', async () => {
  await check();
  expect(checks.map(({ running }) => running)).toEqual([...CHECK_STEPS, null]);
  expect(checks[2]).toMatchObject({ findings: { browser: 'online', page: 'well', others: null } });
});

it('runCheck finds no issue when all is well', async () => {
  const findings = await check();
  expect(findings).toEqual({
    browser: 'online',
    page: 'well',
    others: 'well',
    site: 'well',
    sends: { kind: 'none', suspicion: null },
    provider: { kind: 'well', level: 'operational', names: [] },
  });
  expect(causeOf(findings)).toBe('all_well');
});

it.each([
  [300, { kind: 'well', ms: 300 }, 'all_well'],
  [9_000, { kind: 'slow', ms: 9_000 }, 'line_slow'],
  [undefined, undefined, 'all_well'],
] as const)('runCheck measures the connection by pages that take %s ms', async (answeredMs, line, name) => {
  browser.answeredMs = answeredMs;
  const findings = await check();
  expect(findings.line).toEqual(line);
  expect(causeOf(findings)).toBe(name);
});

it('runCheck stores its reading and notifies about an outage like any round', async () => {
  await runRound(browser.ports());
  browser.now += 11 * SECOND;
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
  expect(causeOf(await check())).toBe('reported_trouble');
  expect(browser.status.verdicts.claude?.kind).toBe('trouble');
  expect(browser.notices).toHaveLength(1);
  expect(browser.toolbar?.troubleCount).toBe(1);
  // Soon, because the pages of the fallbacks are due now, and the check reads two others at most.
  expect(browser.wakesAt).toBe(browser.now + 30 * SECOND);
});

it('runCheck does not read a page again that was just read', async () => {
  await runRound(browser.ports());
  const before = browser.requests.length;
  browser.now += 9 * SECOND;
  expect(causeOf(await check())).toBe('all_well');
  expect(browser.requests.slice(before).map((url) => new URL(url).host)).not.toContain('status.claude.com');
});

it('runCheck reads at most two other pages, the user’s first, and none without access', async () => {
  browser.hasAccess = false;
  browser.options = { ...browser.options, watched: ['claude'], planB: ['gemini', 'copilot'] };
  await check();
  expect(hostsAsked()).toEqual(['status.claude.com', 'www.githubstatus.com', 'status.openai.com']);
});

it('runCheck works for an unwatched assistant and does not notify about it', async () => {
  setPage(browser, 'copilot', 'major_outage', { incidents: [incidentOf('copilot')] });
  expect(causeOf(await check('copilot'))).toBe('reported_trouble');
  expect(browser.notices).toEqual([]);
  expect(browser.status.episodes).toEqual({});
});

it('runCheck diagnoses nobody_answers when nothing responds', async () => {
  browser.answerFrom(() => ({ kind: 'unreachable' }));
  probe = () => ({ kind: 'silent' });
  expect(causeOf(await check())).toBe('nobody_answers');
});

it('runCheck diagnoses site_silent when only the chat site does not respond', async () => {
  probe = () => ({ kind: 'silent' });
  expect(causeOf(await check())).toBe('site_silent');
});

it('runCheck treats the other pages as reachable if one of them fails', async () => {
  breakPage(browser, 'chatgpt', { kind: 'timeout' });
  expect(await check()).toMatchObject({ others: 'well' });
});

it.each([
  [529, 'error'],
  [503, 'error'],
  [403, 'well'],
  [429, 'well'],
  [null, 'well'],
])('runCheck treats a chat site that responds %s as %s', async (status, answer) => {
  probe = () => ({ kind: 'answered', status });
  expect((await check()).site).toBe(answer);
});

it('runCheck does not take a status page that fails for the site of what has no chat', async () => {
  browser.options = { ...browser.options, ownPages: [{ ...HOUSE_BOT, chatUrl: null }] };
  setPageRegistry(browser.options);
  breakPage(browser, 'page:1', { kind: 'http_error', status: 503 });
  probe = () => ({ kind: 'answered', status: 503 });
  const findings = await check('page:1');
  expect(findings).toMatchObject({ page: 'error', site: 'not_known' });
  expect(causeOf(findings)).toBe('nothing_fits');
});

it.each([
  ['failed', 529, 'messages_fail'],
  ['limited', 429, 'limited'],
  ['refused', 401, 'refused'],
] as const)('runCheck takes %s messages into account', async (outcome, status, name) => {
  const at = [browser.now - MINUTE, browser.now - SECOND];
  const how = outcome === 'failed' ? 'answered' : null;
  const events = { claude: at.map((one) => ({ at: one, what: 'send', outcome, status, how }) as const) };
  browser.evidence = { ...NO_EVIDENCE, events };
  expect(causeOf(await check())).toBe(name);
});

it('runCheck ignores messages that failed in an outage which the page has reported as over', async () => {
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
  await runRound(browser.ports());
  const at = [browser.now + SECOND, browser.now + 30 * SECOND];
  const failed = { what: 'send', outcome: 'failed', status: 529, how: 'answered' } as const;
  browser.evidence = { ...NO_EVIDENCE, events: { claude: at.map((one) => ({ at: one, ...failed })) } };
  browser.now += MINUTE;
  expect((await check()).sends).toMatchObject({ kind: 'failed' });
  setPage(browser, 'claude', 'operational');
  browser.now += MINUTE;
  const findings = await check();
  expect(browser.status.verdicts.claude?.kind).toBe('up');
  expect(causeOf(findings)).toBe('all_well');
});

it('runCheck repeats no old verdict of the provider when the background does not answer', async () => {
  await runRound(browser.ports());
  browser.now += 8 * HOUR;
  const findings = await check('claude', { look: () => Promise.reject(new Error('No worker')) });
  expect(findings).toMatchObject({ page: 'not_known', provider: { kind: 'unknown' } });
});

it('runCheck continues when pages respond although the browser reports offline', async () => {
  browser.isOnline = false;
  expect((await check()).site).not.toBeNull();
});

it('runCheck stops when the browser reports offline and no page responds', async () => {
  browser.isOnline = false;
  browser.answerFrom(() => ({ kind: 'unreachable' }));
  const findings = await check();
  expect(causeOf(findings)).toBe('offline');
  expect(findings.site).toBeNull();
  expect(checks.at(-1)?.running).toBeNull();
});

describe('runCheck with a failing step', () => {
  const never = () => new Promise<never>(() => undefined);

  it.each<[string, Partial<CheckSources & Ports>, Partial<Findings>]>([
    ['the status page hangs', { fetchDocument: never }, { page: 'not_known', others: 'not_known', site: 'well' }],
    ['the site hangs', { probeSite: never }, { page: 'well', site: 'not_known' }],
    ['the site throws', { probeSite: () => Promise.reject(new Error('broken')) }, { site: 'not_known' }],
    ['the evidence cannot be read', { readEvidence: () => Promise.reject(new Error('broken')) }, { site: 'well' }],
    ['the options cannot be read', { readOptions: () => Promise.reject(new Error('broken')) }, { others: 'not_known' }],
  ])('completes the other steps when %s', async (_, broken, expected) => {
    expect(await check('claude', broken)).toMatchObject(expected);
    expect(checks.at(-1)?.running).toBeNull();
  });
});

describe('the check button of the banner', () => {
  const ask = (address: string) => answerSite(browser.ports(), { address, tabId: 7 }, { type: 'check' });

  it('opens the extension’s page for that assistant and returns nothing to the site', async () => {
    expect(await ask('https://claude.ai/chat/1')).toBeNull();
    expect(browser.openedTabs).toEqual(['extension://self/popup.html#check=claude']);
    // A tab that is left open from an earlier check shows what was found then.
    expect(browser.freshTabs).toEqual(browser.openedTabs);
    expect(browser.requests).toEqual([]);
  });

  it('does nothing on an unknown site', async () => {
    await ask('https://example.com/');
    expect(browser.openedTabs).toEqual([]);
  });
});
