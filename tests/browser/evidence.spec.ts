import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME, englishLike, headlineStart, recoveredAfterMinutes } from '@/tests/fakes/english-like';
import type { SiteBehavior } from '@/tests/loopback/behavior';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { recordCalls, recordedCalls } from './record-calls';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

const CHATS_AND_EVIDENCE = [...CHATS, 'webRequest'];

/** Claude's chat, once Understudy has read the status pages. */
async function openChat(understudy: Understudy): Promise<Page> {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  return page;
}

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;

async function submit(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

async function send(page: Page, text: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await submit(page, text);
  await answered;
}

/** The globals of the worker that these tests use. */
declare const chrome: {
  storage: {
    session: { get(key: string): Promise<{ evidence?: EvidenceMemory }>; set(values: object): Promise<void> };
  };
  alarms: { onAlarm: { dispatch(alarm: object): void } };
};

const evidenceOf = ({ worker }: Understudy): Promise<EvidenceMemory | undefined> =>
  worker.evaluate(async () => (await chrome.storage.session.get('evidence')).evidence);

/** Waits until the outcome of a message is stored, after that of the load of its page. */
const hasMessage = (understudy: Understudy) =>
  expect.poll(async () => (await evidenceOf(understudy))?.events.claude?.at(-1)?.what).toBe('send');

/** Forgets all evidence, as if no message had been sent in the last minutes. The extension's lock keeps outcomes that it stores out. */
const forgetEvidence = ({ worker }: Understudy) =>
  worker.evaluate(() => navigator.locks.request('status', () => chrome.storage.session.set({ evidence: null })));

/** Backdates pending requests by 20 s and fires the alarm. */
async function expirePending({ worker }: Understudy): Promise<void> {
  await worker.evaluate(async () => {
    await navigator.locks.request('status', async () => {
      const { evidence } = await chrome.storage.session.get('evidence');
      const inFlight = (evidence?.inFlight ?? []).map((one) => ({ ...one, startedAt: one.startedAt - 20_000 }));
      await chrome.storage.session.set({ evidence: { ...evidence, inFlight } });
    });
    chrome.alarms.onAlarm.dispatch({ name: 'watch', scheduledTime: Date.now() });
  });
}

/** An answer that is long enough to make up for a failed message: a shorter one may be an error in a stream. */
const FORGIVING = { kind: 'well', wordMs: 150 } as const;

test.describe('with the webRequest permission', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  test("failing messages show a possible issue in their own tab while the page is green, the draft transfers, and the page's report continues that episode until recovery", async ({
    loopback,
    understudy,
  }) => {
    const page = await openChat(understudy);
    await recordCalls(understudy.worker);
    const banner = new BannerProbe(page);
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    await hasMessage(understudy);
    // The next round renders the banner again, so one that the first failure caused would be there by now.
    await understudy.tick();
    expect((await understudy.status())?.verdicts.claude?.kind).toBe('up');
    expect(await banner.read()).toBeNull();
    await send(page, 'Second');
    await expect.poll(() => banner.text()).toContain(english('suspicion_sends', '2', '2'));
    expect(await banner.read()).toMatchObject({ verdict: 'suspected', level: 'operational' });
    await expect.poll(() => banner.text()).toContain(english('suspicion_silent', 'Claude'));
    await expect.poll(() => understudy.badge()).toBe('');
    expect(await understudy.notifications()).toEqual([]);
    await page.screenshot({ path: 'test-results/pictures/suspected.png' });

    await test.step('the draft is transferred and not sent', async () => {
      await typeDraft(page);
      loopback.clearRequests();
      await banner.click(english('banner_continue'));
      await expect.poll(() => banner.text()).toContain('ChatGPT');
      const opened = understudy.context.waitForEvent('page');
      await banner.click('ChatGPT');
      const next = await opened;
      await expect(next.locator('textarea')).toHaveValue(DRAFT.join('\n'));
      expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'chatgpt.com')).toEqual([]);
      await next.close();
    });

    loopback.seek(AT.partial);
    await understudy.tick();
    await expect.poll(() => banner.read()).toMatchObject({ verdict: 'trouble', level: 'partial_outage' });
    await expect.poll(() => banner.text()).toContain(headlineStart('Claude', 'partial_outage'));
    expect(await understudy.notifications()).toHaveLength(1);
    const episode = (await understudy.status())?.episodes.claude;
    expect(episode?.seenAt).toBeGreaterThan(episode?.sensedAt ?? Number.POSITIVE_INFINITY);

    loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
    loopback.seek(AT.over);
    await understudy.tick();
    await expect.poll(() => banner.text()).toMatch(recoveredAfterMinutes('Claude'));
    const status = await understudy.status();
    expect(status?.episodes.claude).toBeUndefined();
    const troubles = status?.past.claude?.troubles ?? [];
    expect(troubles[0]).toMatchObject({ sensedAt: episode?.sensedAt, seenAt: episode?.seenAt });
    expect(troubles.filter(({ sensedAt }) => sensedAt !== null)).toHaveLength(1);
    const notified = status?.decisions.filter(({ isTold }) => isTold).map(({ about }) => about);
    expect(notified).toEqual(['recovered', 'started']);
    expect(await understudy.notifications()).toHaveLength(1);
    const { notices } = await recordedCalls(understudy.worker);
    expect(notices.map(({ title }) => title.replace(ENGLISH_TIME, 'T'))).toEqual([
      english('title_partial_outage', 'Claude'),
      expect.stringMatching(recoveredAfterMinutes('Claude')),
    ]);
  });

  test("a chat page that breaks the connection or answers with an error is notified, and the page's report replaces that notification", async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    const popup = await understudy.openPopup();
    const noticed = async (
      id: 'claude' | 'chatgpt',
      name: string,
      address: string,
      load: SiteBehavior,
      times: number,
    ) => {
      loopback.overrideSite(new URL(address).host, { load });
      const open = () => page.goto(address).catch(() => undefined);
      await open();
      await expect.poll(async () => (await evidenceOf(understudy))?.events[id]?.length ?? 0).toBeGreaterThan(0);
      await understudy.tick();
      expect(await understudy.notifications()).toEqual([]);
      for (let time = 1; time < times; time += 1) await open();
      await expect.poll(() => understudy.notifications()).toHaveLength(1);
      await expect.poll(() => understudy.tooltip()).toContain(english('suspicion_named_page', name));
      await expect(popup.getByText(english('suspicion_closed')).first()).toBeVisible();
    };
    await test.step('a page that breaks the connection is notified', () =>
      noticed('chatgpt', 'ChatGPT', 'https://chatgpt.com/', { kind: 'dropped' }, 3));

    await forgetEvidence(understudy);
    await understudy.tick();
    await expect.poll(async () => (await understudy.status())?.verdicts.chatgpt?.kind).toBe('up');
    await expect(popup.getByText(english('suspicion_closed'))).toHaveCount(0);
    await understudy.clearNotifications();
    await test.step('a page that answers with an error is notified', () =>
      noticed('claude', 'Claude', 'https://claude.ai/new', { kind: 'status', status: 503 }, 2));
    const first = await understudy.notifications();

    loopback.seek(AT.partial);
    await understudy.tick();
    await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('trouble');
    // The same notification is shown again. The part of the id after "@" is the time of the change.
    await expect.poll(() => understudy.notifications()).not.toEqual(first);
    const noticeOf = (ids: readonly string[]) => ids.map((id) => id.split('@')[0]);
    expect(noticeOf(await understudy.notifications())).toEqual(noticeOf(first));
  });

  test('a suspected issue survives a worker restart and ends when messages succeed, and failing sign-ins are shown on the page where they fail', async ({
    loopback,
    understudy,
  }) => {
    const page = await openChat(understudy);
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    // An outcome that is not stored yet dies with the worker.
    await hasMessage(understudy);
    await understudy.tickAfterKill();
    await send(page, 'Second');
    const banner = new BannerProbe(page);
    await expect.poll(() => banner.text()).toContain(english('suspicion_count', '2', '2'));
    loopback.overrideSite('claude.ai', { send: FORGIVING });
    await send(page, 'Third');
    await send(page, 'Fourth');
    await expect.poll(() => banner.read()).toBeNull();

    await test.step('failing sign-ins are shown on the page where they fail', async () => {
      loopback.overrideSite('claude.ai', { load: { kind: 'status', status: 503 } });
      const signIn = () => page.evaluate(() => fetch('/api/auth/send_magic_link', { method: 'POST' }).then(() => null));
      await signIn();
      await signIn();
      await expect.poll(() => banner.text()).toContain(english('suspicion_sign_ins', '2', '2'));
      expect(await understudy.notifications()).toEqual([]);
    });
  });
});

test.describe('with the webRequest permission and unanswered messages', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  test('unanswered messages are reported as unanswered until others are answered, but not those that are answered, redirected or of a closed tab', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    const banner = new BannerProbe(page);
    const inFlight = async () => (await evidenceOf(understudy))?.inFlight;
    await test.step('a message that is redirected to another host counts as answered', async () => {
      const elsewhere = { kind: 'redirect', to: 'https://www.githubstatus.com/' } as const;
      loopback.overrideSite('claude.ai', { load: elsewhere });
      await page.goto('https://claude.ai/chat/1');
      loopback.overrideSite('claude.ai', { load: { kind: 'well' } });
      await page.goto('https://claude.ai/chat/1');
      await expect.poll(async () => (await evidenceOf(understudy))?.events.claude?.at(-1)?.outcome).toBe('ok');
      expect(await inFlight()).toEqual([]);
    });

    await test.step('answered messages and messages of left pages and closed tabs are not pending', async () => {
      await send(page, 'Answered');
      loopback.overrideSite('claude.ai', { send: { kind: 'hang' } });
      await submit(page, 'Stopped');
      await expect.poll(async () => (await inFlight())?.length).toBe(1);
      await page.goto('https://claude.ai/chat/2');
      await expect.poll(inFlight).toEqual([]);
      const closed = await understudy.context.newPage();
      await closed.goto('https://claude.ai/chat/3');
      await submit(closed, 'Stopped');
      await expect.poll(async () => (await inFlight())?.length).toBe(1);
      await closed.close();
      await expect.poll(inFlight).toEqual([]);
    });

    await forgetEvidence(understudy);
    for (const text of ['First', 'Second', 'Third']) await submit(page, text);
    await expect.poll(async () => (await inFlight())?.length).toBe(3);
    await expirePending(understudy);
    await expect.poll(() => banner.text()).toContain(english('suspicion_sends_silent', '3', '3'));
    expect(await understudy.notifications()).toEqual([]);
    // Neither addresses nor texts of messages are stored.
    const kept = JSON.stringify(await evidenceOf(understudy));
    const ids = claudeSite.sendPath.match(/[0-9a-f-]{36}/g) ?? [];
    expect(ids).toHaveLength(2);
    for (const part of [...ids, 'https:', 'First']) expect(kept).not.toContain(part);

    loopback.overrideSite('claude.ai', { send: FORGIVING });
    for (const text of ['Fourth', 'Fifth']) await send(page, text);
    await expect.poll(() => banner.read()).toBeNull();
  });
});

test.describe('with the webRequest permission and failures that are no error of the server', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  const [ORGANIZATION, CONVERSATION] = claudeSite.sendPath.match(/[0-9a-f-]{36}/g) ?? [];
  const pathOf = (conversation: string) => claudeSite.sendPath.replace(CONVERSATION ?? '', conversation);
  /** Posts a message of a conversation as the page does, and reads the whole answer. */
  const post = (page: Page, conversation: string) =>
    page.evaluate(
      (path) =>
        fetch(path, { method: 'POST' })
          .then((response) => response.text())
          .then(
            () => null,
            () => null,
          ),
      pathOf(conversation),
    );
  const countOf = async (understudy: Understudy) => (await evidenceOf(understudy))?.events.claude?.length ?? 0;
  const eventsAre = (understudy: Understudy, count: number) =>
    expect.poll(() => countOf(understudy)).toBeGreaterThanOrEqual(count);
  /** Stores what answers that begin after 1.5 s and last so long, in tenths of a second, would have taught. */
  const teach = ({ worker }: Understudy, length: number) =>
    worker.evaluate(
      (tenths) =>
        navigator.locks.request('status', async () => {
          const { evidence } = await chrome.storage.session.get('evidence');
          const learned = {
            firstByte: Array.from({ length: 20 }, () => 15),
            lengths: Array.from({ length: 12 }, () => tenths),
            wellAt: {},
          };
          await chrome.storage.session.set({ evidence: { ...evidence, learned: { claude: learned } } });
        }),
      length,
    );

  test('a conversation or a tool that fails while others work is shown in "Is it me?" only, and answers with 404 or with errors inside a stream are noticed', async ({
    loopback,
    understudy,
  }) => {
    const page = await openChat(understudy);
    /** Loads the chat without evidence of before. */
    const startAnew = async () => {
      loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
      await forgetEvidence(understudy);
      await page.goto('https://claude.ai/chat/1');
    };
    await test.step('a conversation or a tool that fails while others work is shown in "Is it me?" only', async () => {
      loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 500 } });
      for (let count = 0; count < 3; count += 1) await post(page, 'a');
      await eventsAre(understudy, 4);
      loopback.overrideSite('claude.ai', { send: FORGIVING });
      await post(page, 'b');
      await eventsAre(understudy, 5);
      await understudy.tick();
      expect((await understudy.status())?.verdicts.claude?.kind).toBe('up');
      expect(await new BannerProbe(page).read()).toBeNull();
      const check = await understudy.openCheck('claude');
      await expect(check.locator('main')).toContainText(english('check_why_conversation'));

      await forgetEvidence(understudy);
      for (const send of [{ kind: 'status', status: 500 }, FORGIVING, { kind: 'status', status: 500 }] as const) {
        loopback.overrideSite('claude.ai', { send });
        await post(page, 'c');
      }
      await eventsAre(understudy, 3);
      await check.reload();
      await expect(check.locator('main')).toContainText(english('check_why_tool'));
      expect((await understudy.status())?.verdicts.claude?.kind).toBe('up');
    });

    await startAnew();
    await test.step('messages answered with 404 are noticed once that path was answered here', async () => {
      await post(page, CONVERSATION ?? '');
      await eventsAre(understudy, 2);
      loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 404 } });
      for (const conversation of ['a', 'b', 'c']) await post(page, conversation);
      await expect.poll(() => new BannerProbe(page).text()).toContain(english('suspicion_sends', '3', '4'));
      expect(JSON.stringify(await evidenceOf(understudy))).not.toContain(ORGANIZATION);
    });

    await startAnew();
    await test.step('errors inside streams are noticed where answers took longer, and forgive nothing', async () => {
      await eventsAre(understudy, 1);
      await teach(understudy, 80);
      loopback.overrideSite('claude.ai', { send: { kind: 'error-event' } });
      for (const conversation of ['a', 'a', 'b']) await post(page, conversation);
      await expect.poll(() => new BannerProbe(page).text()).toContain(english('suspicion_sends_at_once', '3'));
      loopback.overrideSite('claude.ai', { send: { kind: 'empty' } });
      for (const conversation of ['a', 'b']) await post(page, conversation);
      await eventsAre(understudy, 6);
      expect((await understudy.status())?.verdicts.claude?.kind).toBe('suspected');
    });
  });

  test('answers that start later than usual are noted without a notification', async ({ loopback, understudy }) => {
    const page = await openChat(understudy);
    for (const conversation of ['a', 'b']) await post(page, conversation);
    await eventsAre(understudy, 3);
    await teach(understudy, 3);
    const slow = new RegExp(englishLike('suspicion_slow', /\d+/, '2').source.slice(1, -1));
    loopback.overrideSite('claude.ai', { send: { kind: 'slow', delayMs: 5_000 } });
    for (const conversation of ['a', 'b', 'a']) await post(page, conversation);
    await expect.poll(async () => (await understudy.status())?.verdicts.claude?.suspicion?.source).toBe('slow');
    await expect.poll(() => new BannerProbe(page).text()).toMatch(slow);
    expect(await understudy.notifications()).toEqual([]);
    const popup = await understudy.openPopup();
    await expect(popup.getByText(english('verdict_slow')).first()).toBeVisible();
  });
});

test.describe('with the webRequest permission on a site that chats over a WebSocket', () => {
  const SITE = 'copilot.microsoft.com';
  test.use({ grants: [`https://${SITE}/*`, `wss://${SITE}/*`, 'webRequest'] });

  test('handshakes that fail at once after another are one try and no issue, and one that opens is a success', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['microsoft_copilot'] });
    const page = await understudy.context.newPage();
    await page.goto(`https://${SITE}/chats/1`);
    const canOpen = () =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const socket = new WebSocket(`wss://${location.host}/c/api/chat?api-version=2`);
            socket.addEventListener('open', () => resolve(true));
            socket.addEventListener('error', () => resolve(false));
          }),
      );
    const handshakes = async () =>
      (await evidenceOf(understudy))?.events.microsoft_copilot?.filter(({ what }) => what === 'handshake');
    const opened = { outcome: 'ok', status: 101 };
    expect(await canOpen()).toBe(true);
    await expect.poll(handshakes).toMatchObject([opened]);
    loopback.overrideSite(SITE, { send: { kind: 'status', status: 503 } });
    for (let count = 0; count < 3; count += 1) expect(await canOpen()).toBe(false);
    loopback.overrideSite(SITE, null);
    expect(await canOpen()).toBe(true);
    // Chromium does not say why.
    const failed = { outcome: 'failed', how: 'cut', hasOpened: true };
    await expect.poll(handshakes).toMatchObject([opened, failed, opened]);
    expect((await understudy.status())?.verdicts.microsoft_copilot?.suspicion ?? null).toBeNull();
  });
});

test('failing messages are not noticed without the webRequest permission, which the settings grant and revoke, and until the browser restarts, failures are read from the timings of the page', async ({
  loopback,
  understudy,
}) => {
  const open = await openChat(understudy);
  await test.step('failing messages are not noticed without the webRequest permission', async () => {
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    for (const text of ['First', 'Second', 'Third']) await send(open, text);
    await understudy.tick();
    await expect
      .poll(async () => (await understudy.status())?.verdicts.claude)
      .toMatchObject({ kind: 'up', suspicion: null });
    loopback.overrideSite('claude.ai', null);
  });

  const options = await understudy.openOptions('drafts');
  const evidence = options.getByRole('switch', { name: english('popup_evidence') });
  const isRegistered = async () => (await understudy.registeredScripts()).includes('timing-claude');
  await evidence.click();
  await expect(evidence).toHaveAttribute('aria-checked', 'true');
  await expect.poll(isRegistered).toBe(true);
  // The load that the script sees, but not that of the tab that was open before.
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/2');
  const outcomes = async () => (await evidenceOf(understudy))?.events.claude?.map(({ what, how }) => [what, how]);
  await expect.poll(outcomes).toEqual([['page', null]]);

  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  await send(open, 'First');
  await expect.poll(outcomes).toHaveLength(2);
  // A broken connection has no status, and looks like a message that the user stopped.
  loopback.overrideSite('claude.ai', { send: { kind: 'dropped' } });
  const failed = page.waitForEvent('requestfailed');
  await submit(page, 'Second');
  await failed;
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  await send(page, 'Third');
  await expect.poll(() => new BannerProbe(page).text()).toContain(english('suspicion_sends', '2', '2'));
  expect(await outcomes()).toEqual([
    ['page', null],
    ['send', 'answered'],
    ['send', 'answered'],
  ]);
  // Chromium has reported no request so far.
  await expect(options.getByText(english('noticing_restart'))).toBeVisible();

  await evidence.click();
  await expect(evidence).toHaveAttribute('aria-checked', 'false');
  await expect(options.getByText(english('noticing_restart'))).toBeHidden();
  await expect.poll(isRegistered).toBe(false);
});
