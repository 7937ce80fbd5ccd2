import { expect, type Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { SiteBehaviour } from '@/tests/loopback/behaviour';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { BannerProbe } from './banner-probe';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

const CHATS_AND_EVIDENCE = [...CHATS, 'webRequest'];

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

/** What the worker's global has, as far as these tests use it. */
declare const chrome: {
  storage: {
    session: { get(key: string): Promise<{ evidence?: EvidenceMemory }>; set(values: object): Promise<void> };
  };
  alarms: { onAlarm: { dispatch(alarm: object): void } };
};

const evidenceOf = ({ worker }: Understudy): Promise<EvidenceMemory | undefined> =>
  worker.evaluate(async () => (await chrome.storage.session.get('evidence')).evidence);

/** As if what is in flight had been sent 20 s earlier; then an alarm rings. */
async function waitInVain({ worker }: Understudy): Promise<void> {
  await worker.evaluate(async () => {
    const { evidence } = await chrome.storage.session.get('evidence');
    const inFlight = (evidence?.inFlight ?? []).map((one) => ({ ...one, startedAt: one.startedAt - 20_000 }));
    await chrome.storage.session.set({ evidence: { ...evidence, inFlight } });
    chrome.alarms.onAlarm.dispatch({ name: 'watch', scheduledTime: Date.now() });
  });
}

test.describe('with the permission', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  test('a chat that sends on to where nobody looks has answered', async ({ loopback, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    const elsewhere = { kind: 'redirect', to: 'https://www.githubstatus.com/' } as const;
    loopback.overrideSite('claude.ai', { load: elsewhere });
    await page.goto('https://claude.ai/chat/1');
    loopback.overrideSite('claude.ai', { load: { kind: 'well' } });
    await page.goto('https://claude.ai/chat/1');
    await expect.poll(async () => (await evidenceOf(understudy))?.events.claude?.at(-1)?.outcome).toBe('ok');
    expect((await evidenceOf(understudy))?.inFlight).toEqual([]);
  });

  test('failing messages are told in their own tab while the status page is green, then the page admits it: one event', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    const banner = new BannerProbe(page);
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    expect(await banner.read()).toBeNull();
    await send(page, 'Second');
    await expect.poll(() => banner.text(), { timeout: 5_000 }).toContain(english('suspicion_sends', '2', '2'));
    expect(await banner.read()).toMatchObject({ verdict: 'suspected', level: 'operational' });
    await expect.poll(() => banner.text()).toContain(english('suspicion_silent', 'Claude'));
    await expect.poll(() => understudy.badge()).toBe('');
    expect(await understudy.notifications()).toEqual([]);
    await page.screenshot({ path: 'test-results/pictures/suspected.png' });

    loopback.seek(AT.partial);
    await understudy.tick();
    await expect.poll(() => banner.read()).toMatchObject({ verdict: 'trouble', level: 'partial_outage' });
    expect(await understudy.notifications()).toHaveLength(1);
    const episode = (await understudy.status())?.episodes.claude;
    expect(episode?.seenAt).toBeGreaterThan(episode?.sensedAt ?? Number.POSITIVE_INFINITY);

    loopback.seek(AT.over);
    await understudy.tick();
    const status = await understudy.status();
    expect(status?.episodes.claude).toBeUndefined();
    expect(status?.past.claude?.troubles[0]).toMatchObject({ sensedAt: episode?.sensedAt, seenAt: episode?.seenAt });
    const told = status?.decisions.filter(({ isTold }) => isTold).map(({ about }) => about);
    expect(told).toEqual(['recovered', 'started']);
    expect(await understudy.notifications()).toHaveLength(1);
  });

  const CLOSED: [string, SiteBehaviour, number][] = [
    ['answers with an error', { kind: 'status', status: 503 }, 2],
    ['breaks the connection', { kind: 'dropped' }, 3],
  ];
  for (const [what, load, times] of CLOSED) {
    test(`a chat that ${what} is told by a notification, and the page that follows in its place`, async ({
      loopback,
      understudy,
    }) => {
      await understudy.isReady();
      loopback.overrideSite('claude.ai', { load });
      const page = await understudy.context.newPage();
      const open = () => page.goto('https://claude.ai/new').catch(() => undefined);
      await open();
      expect(await understudy.notifications()).toEqual([]);
      for (let time = 1; time < times; time += 1) await open();
      await expect.poll(() => understudy.notifications(), { timeout: 5_000 }).toHaveLength(1);
      const first = await understudy.notifications();
      await expect.poll(() => understudy.tooltip()).toContain(english('suspicion_named_page', 'Claude'));
      const popup = await understudy.openPopup();
      await expect(popup.getByText(english('suspicion_closed')).first()).toBeVisible();

      loopback.seek(AT.partial);
      await understudy.tick();
      await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('trouble');
      // The same notice, shown anew: what follows "@" in its id is when its news came.
      await expect.poll(() => understudy.notifications()).not.toEqual(first);
      const noticeOf = (ids: readonly string[]) => ids.map((id) => id.split('@')[0]);
      expect(noticeOf(await understudy.notifications())).toEqual(noticeOf(first));
    });
  }

  test('a sign-in that fails is told on the page where it fails', async ({ loopback, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/new');
    loopback.overrideSite('claude.ai', { load: { kind: 'status', status: 503 } });
    const signIn = () => page.evaluate(() => fetch('/api/auth/send_magic_link', { method: 'POST' }).then(() => null));
    await signIn();
    await signIn();
    await expect
      .poll(() => new BannerProbe(page).text(), { timeout: 5_000 })
      .toContain(english('suspicion_sign_ins', '2', '2'));
    expect(await understudy.notifications()).toEqual([]);
  });

  test('it survives the worker, and fades when messages go through', async ({ loopback, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    await understudy.tickAfterKill();
    await send(page, 'Second');
    const banner = new BannerProbe(page);
    await expect.poll(() => banner.text()).toContain(english('suspicion_count', '2', '2'));
    loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
    await send(page, 'Third');
    await send(page, 'Fourth');
    await expect.poll(() => banner.read()).toBeNull();
  });
});

test.describe('with the permission, without an answer', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  test('messages that wait in vain are told as that, until others are answered', async ({ loopback, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    const banner = new BannerProbe(page);
    loopback.overrideSite('claude.ai', { send: { kind: 'hang' } });
    for (const text of ['First', 'Second', 'Third']) await submit(page, text);
    await expect.poll(async () => (await evidenceOf(understudy))?.inFlight.length).toBe(3);
    await waitInVain(understudy);
    await expect.poll(() => banner.text(), { timeout: 5_000 }).toContain(english('suspicion_sends_silent', '3', '3'));
    expect(await understudy.notifications()).toEqual([]);
    // No address and no text of any of them.
    const kept = JSON.stringify(await evidenceOf(understudy));
    const ids = claudeSite.sendPath.match(/[0-9a-f-]{36}/g) ?? [];
    expect(ids).toHaveLength(2);
    for (const part of [...ids, 'https:', 'First']) expect(kept).not.toContain(part);

    loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
    for (const text of ['Fourth', 'Fifth']) await send(page, text);
    await expect.poll(() => banner.read()).toBeNull();
  });

  test('what was answered, or what the person left, is not waited for', async ({ loopback, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    await send(page, 'Answered');
    loopback.overrideSite('claude.ai', { send: { kind: 'hang' } });
    await submit(page, 'Stopped');
    await expect.poll(async () => (await evidenceOf(understudy))?.inFlight.length).toBe(1);
    await page.goto('https://claude.ai/chat/2');
    await expect.poll(async () => (await evidenceOf(understudy))?.inFlight).toEqual([]);
  });
});

test('without the permission nothing is noticed', async ({ loopback, understudy }) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  for (const text of ['First', 'Second', 'Third']) await send(page, text);
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'up', suspicion: null });
});

test('the popup gives the permission and takes it back', async ({ understudy }) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: new RegExp(`^${english('popup_banners')}`) }).click();
  const evidence = popup.getByRole('switch', { name: english('popup_evidence') });
  for (const isOn of ['true', 'false']) {
    await evidence.click();
    await expect(evidence).toHaveAttribute('aria-checked', isOn);
  }
});
