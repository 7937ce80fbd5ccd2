import { rmSync } from 'node:fs';
import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME } from '@/tests/fakes/english-like';
import { entriesOf } from '@/tests/fakes/entries-of';
import type { Loopback } from '@/tests/loopback/loopback';
import { claudeOutage } from '@/tests/loopback/scenarios/claude-outage';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { killBrowser } from './kill-browser';
import { makeProfile } from './make-profile';
import { openChromium } from './open-chromium';
import { makeRecordingBundle, type RecordedNotification, recordedNotifications } from './recording-bundle';
import { Understudy } from './understudy';

/** Offsets of the scenario, one for each change, whether it notifies or not. */
const STEPS = [45_000, 100_000, 155_000, 275_000, 365_000] as const;
const MONITORING = 275_000;
const INCIDENT = 'x7d2kq9v5m3t';
const WATCHED_HOSTS = ['status.claude.com', 'status.openai.com'];

/** A fault after the page has changed. */
type Fault =
  /** The worker is stopped this long after an alarm woke it; the next alarm runs undisturbed. */
  | { kind: 'worker'; afterMs: number }
  /** The browser process is killed after the round has ended. */
  | { kind: 'browser-at-rest' }
  /** The browser process is killed this long after an alarm woke the worker. */
  | { kind: 'browser'; afterMs: number };

const worker = (afterMs: number): Fault => ({ kind: 'worker', afterMs });
const browser = (afterMs: number): Fault => ({ kind: 'browser', afterMs });
const AT_REST: Fault = { kind: 'browser-at-rest' };

/**
 * The faults of two runs, after each step. Between them each kind hits the start, the middle and the end of the outage. A
 * restart at rest follows another fault, since it needs no change of the page; so few starts suffice.
 */
const RUNS: Record<'first' | 'second', readonly (readonly Fault[])[]> = {
  first: [[browser(117)], [worker(31), AT_REST], [worker(66)], [worker(25), AT_REST], [browser(113), worker(89)]],
  second: [[worker(52), AT_REST], [worker(94)], [browser(85)], [browser(14)], [worker(9), AT_REST]],
};

/** Removes clock times and durations, which depend on the speed of the test. */
const withoutTimes = (text: string | null) =>
  text?.replace(new RegExp(`${ENGLISH_TIME.source}|\\d+`, 'g'), '#') ?? null;

/**
 * Writes clock times with 24 hours. Playwright sets the locale of a worker once it has attached to it, so one that starts
 * with the browser may still use the browser's own.
 */
const with24Hours = (title: string) =>
  title.replace(/(\d+):(\d\d) ([AP])M/g, (_, hour, minute, half) => {
    const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
    return `${String(hours).padStart(2, '0')}:${minute}`;
  });

/** The visible and stored result, without the times of readings. */
async function finalStateOf(understudy: Understudy) {
  const { verdicts, episodes, recoveries, past, outbox } = (await understudy.status()) ?? {};
  return {
    verdicts: entriesOf(verdicts ?? {}).map(([id, { kind, level }]) => [id, kind, level]),
    open: [Object.keys(episodes ?? {}), outbox?.length],
    ended: entriesOf(recoveries ?? {}).map(([id, { episode, isEndKnown }]) => [id, episode.peak, isEndKnown]),
    troubles: past?.claude?.troubles.map(({ id, title, peak, startedAt, endedAt }) => [
      ...[id, title, peak],
      ...[startedAt, endedAt],
    ]),
    history: await understudy.keptIncidents(),
  };
}

interface Outcome {
  notifications: RecordedNotification[];
  banner: string | null;
  finalState: unknown;
}

/** Runs through the outage in one profile, with these faults after each step. */
async function runOutage(
  loopback: Loopback,
  extension: string,
  startedAt: number,
  faults: readonly (readonly Fault[])[],
): Promise<Outcome> {
  loopback.load(claudeOutage, startedAt);
  loopback.clearRequests();
  const order = { extension, loopback };
  const profile = await makeProfile(order, ['https://claude.ai/*']);
  let opened = await openChromium({ ...order, profile });
  let understudy = new Understudy(opened);
  const restart = async () => {
    await killBrowser(opened, profile);
    opened = await openChromium({ ...order, profile });
    understudy = new Understudy(opened);
  };
  await understudy.isReady();
  const inject = async (fault: Fault) => {
    if (fault.kind === 'worker') {
      await understudy.fireAlarmAndKill(fault.afterMs);
      await understudy.tickAfterKill();
    } else if (fault.kind === 'browser') {
      await understudy.makePagesDue();
      await understudy.fireAlarm();
      // Injects the fault at an arbitrary point of the round; no result depends on this delay.
      await new Promise((resolve) => setTimeout(resolve, fault.afterMs));
      await restart();
      await understudy.isReady();
    } else {
      const shown = recordedNotifications(loopback);
      await restart();
      await understudy.tick();
      // What was shown before an orderly end of a round is not shown again.
      expect(recordedNotifications(loopback)).toEqual(shown);
    }
  };
  // A round does not wait for the history, and a page lists what is long over once a day.
  const isPastKept = async () => {
    const incidents = await understudy.keptIncidents();
    return WATCHED_HOSTS.every((host) => incidents.some(({ url }) => url?.includes(host)));
  };
  await expect.poll(isPastKept).toBe(true);
  let banner: string | null = null;
  for (const [index, offset] of STEPS.entries()) {
    loopback.seek(offset);
    const some = faults[index] ?? [];
    if (some.length === 0) await understudy.tick();
    for (const fault of some) await inject(fault);
    await understudy.isReady();
    // A second round, like the next alarm, settles whatever the fault interrupted.
    await understudy.tick();
    if (offset !== MONITORING) continue;
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    await expect.poll(() => new BannerProbe(page).text()).toContain(english('popup_phase_monitoring'));
    await expect.poll(() => understudy.badge()).toBe('1');
    banner = withoutTimes(await new BannerProbe(page).text());
    await page.close();
  }
  await expect.poll(() => understudy.badge()).toBe('');
  const isKept = async () => (await understudy.keptIncidents()).find(({ id }) => id === INCIDENT)?.phase;
  await expect.poll(isKept).toBe('resolved');
  const outcome = {
    notifications: recordedNotifications(loopback).map(({ id, title }) => ({ id, title: with24Hours(title) })),
    banner,
    finalState: await finalStateOf(understudy),
  };
  await opened.close();
  rmSync(profile, { recursive: true, force: true });
  return outcome;
}

const titlesOf = (notifications: RecordedNotification[]) => notifications.map(({ title }) => title);

/** Merges repeats of a notification under its own id. */
const mergeRepeats = (notifications: RecordedNotification[]) =>
  notifications.filter(({ id, title }, index) => !isRepeat(notifications[index - 1], id, title));
const isRepeat = (before: RecordedNotification | undefined, id: string, title: string) =>
  before?.id === id && before.title === title;

test.describe('faults in the middle of an outage', () => {
  test.setTimeout(900_000);
  let extension: string;
  test.beforeAll(() => {
    extension = makeRecordingBundle();
  });
  test.afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test('an outage with killed workers and browsers notifies of each change once and ends in the same state as an undisturbed one', async ({
    loopback,
  }) => {
    const { startedAt } = loopback;
    const undisturbed = await runOutage(loopback, extension, startedAt, []);
    expect(undisturbed.notifications.map(({ title }) => withoutTimes(title))).toEqual([
      english('title_partial_outage', 'Claude'),
      english('title_major_outage', 'Claude'),
      english('headline_recovered', 'Claude', '# min'),
    ]);
    for (const [name, faults] of entriesOf(RUNS)) {
      const disturbed = await runOutage(loopback, extension, startedAt, faults);
      const result = { ...disturbed, notifications: titlesOf(mergeRepeats(disturbed.notifications)) };
      expect(result, `the ${name} run`).toEqual({
        ...undisturbed,
        notifications: titlesOf(undisturbed.notifications),
      });
      // A worker that dies between showing a notification and clearing the outbox shows it once more.
      for (const { title } of undisturbed.notifications) {
        const times = disturbed.notifications.filter((one) => one.title === title).length;
        expect(times, `the ${name} run: ${title}`).toBeLessThanOrEqual(2);
      }
    }
  });
});
