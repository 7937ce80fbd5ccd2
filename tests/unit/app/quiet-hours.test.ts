import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { maintenance } from '@/tests/fixtures/statuspage/documents';
import { answerPage } from '@/utils/app/commands';
import { runRound, start } from '@/utils/app/round';
import { DEFAULT_NOTIFICATION_PREFS, type NotificationPrefs } from '@/utils/model/notification';

let browser: FakeBrowser;
const NIGHT = NOON + 14 * HOUR;
const MORNING = NOON + 19 * HOUR;

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.options = { ...browser.options, quietHours: { isOn: true, from: 22 * 60, until: 7 * 60 } };
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  browser.now = NIGHT - MINUTE;
  await runRound(browser.ports());
});

/** Runs a round at a moment with these states of the pages. */
async function at(moment: number, claude: string, chatgpt = 'operational') {
  for (const [id, word] of [
    ['claude', claude],
    ['chatgpt', chatgpt],
  ] as const) {
    const startedAt = new Date(NIGHT).toISOString();
    const incidents = [incidentOf(id, { id: `${id}-night`, started_at: startedAt })];
    setPage(browser, id, word, word === 'operational' ? {} : { incidents });
  }
  browser.now = moment;
  await runRound(browser.ports(), 'asked');
}
const shownNotices = () => browser.notices.map(({ title, text }) => `${title}: ${text}`);

describe('quiet hours', () => {
  it('hold notifications and send one summary when they end', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    await at(NIGHT + 9 * MINUTE, 'operational');
    await at(NIGHT + 20 * MINUTE, 'operational', 'major_outage');
    expect(browser.notices).toEqual([]);
    expect(browser.status.decisions.map(({ reason }) => reason)).toEqual(['quiet_hours', 'quiet_hours', 'quiet_hours']);
    await at(MORNING - MINUTE, 'operational', 'major_outage');
    expect(browser.notices).toEqual([]);
    await at(MORNING, 'operational', 'major_outage');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('notice_quiet_over', 'Claude', '02:00', '02:09')}\n${english('headline_major_outage_from', 'ChatGPT', '02:00')}`,
    ]);
    await at(MORNING + 5 * MINUTE, 'operational', 'major_outage');
    await start(browser.ports());
    expect(browser.notices).toHaveLength(1);
  });

  it('omit recovered outages from a late summary and report new changes normally', async () => {
    await at(NIGHT + MINUTE, 'partial_outage', 'major_outage');
    await at(MORNING + 3 * HOUR, 'operational', 'major_outage');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_major_outage_from', 'ChatGPT', '02:00')}`,
      `${english('headline_recovered_plain', 'Claude')}: `,
    ]);
  });

  it('are followed by a summary that names an outage whose first change afterwards is withheld', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    await at(MORNING, 'partial_outage');
    expect(browser.status.decisions[0]).toMatchObject({ about: 'eased', reason: 'not_worth_interrupting' });
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_partial_outage_from', 'Claude', '02:00')}`,
    ]);
  });

  describe('over a maintenance of Claude', () => {
    const PLANNED = MORNING + 2 * HOUR;
    const NOTICED = ['maintenance_announced', 'maintenance_ahead'];

    /** Runs a round while Claude's page lists a maintenance that begins then; null for none. */
    async function planned(moment: number, startsAt: number | null, claude = 'operational') {
      setPage(browser, 'claude', claude, claude === 'operational' ? {} : { incidents: [incidentOf('claude')] });
      const url = 'https://status.claude.com/api/v2/summary.json';
      const document = JSON.parse(browser.answers.get(url) as string);
      const [{ page_id: pageId }] = document.components;
      const of = (start: number) =>
        maintenance({
          page_id: pageId,
          components: document.components,
          scheduled_for: new Date(start).toISOString(),
          scheduled_until: new Date(start + HOUR).toISOString(),
        });
      const listed = startsAt === null ? [] : [of(startsAt)];
      browser.answers.set(url, JSON.stringify({ ...document, scheduled_maintenances: listed }));
      browser.now = moment;
      await runRound(browser.ports(), 'asked');
    }
    const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
    const headline = (startsAt: number) =>
      english(
        'maintenance_headline',
        'Claude',
        clock(startsAt),
        clock(startsAt + HOUR),
        english('duration_hours', '1'),
      );

    beforeEach(async () => {
      browser.options = { ...browser.options, maintenanceNoticeHours: 12 };
      await planned(NIGHT, PLANNED);
      expect(browser.status.held).toHaveLength(1);
      expect(browser.status.maintenances.claude).toMatchObject([{ noticed: NOTICED }]);
    });

    it('pass on the maintenance that is still ahead, with a new outage of the same assistant', async () => {
      await planned(MORNING, PLANNED, 'major_outage');
      expect(browser.notices.map(({ title }) => title)).toEqual([
        headline(PLANNED),
        english('title_major_outage', 'Claude'),
      ]);
    });

    it('do not pass on a maintenance that was canceled meanwhile', async () => {
      await planned(NIGHT + HOUR, null);
      await planned(MORNING, null);
      expect(browser.notices).toEqual([]);
      expect(browser.status.held).toEqual([]);
    });

    it('pass on a maintenance that was moved meanwhile once, at its new time', async () => {
      await planned(NIGHT + HOUR, PLANNED + HOUR);
      expect(browser.status.held).toHaveLength(2);
      await planned(MORNING, PLANNED + HOUR);
      expect(browser.notices.map(({ title }) => title)).toEqual([headline(PLANNED + HOUR)]);
    });

    it('pass on a maintenance once that is moved as they end', async () => {
      await planned(MORNING, PLANNED + HOUR);
      expect(browser.notices.map(({ title }) => title)).toEqual([headline(PLANNED + HOUR)]);
    });

    it('leave a maintenance that was moved by days to its own notice', async () => {
      await planned(NIGHT + HOUR, PLANNED + 48 * HOUR);
      await planned(MORNING, PLANNED + 48 * HOUR);
      expect(browser.notices).toEqual([]);
    });
  });

  it('are summed up at the next start if the browser was closed before the summary was shown', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.now = MORNING + 5 * MINUTE;
    browser.areNoticesBroken = true;
    await start(browser.ports());
    expect(browser.status.held).toEqual([]);
    browser.areNoticesBroken = false;
    browser.now = MORNING + 30 * MINUTE;
    await start(browser.ports());
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_partial_outage_from', 'Claude', '02:00')}`,
    ]);
    expect(browser.status.outbox).toEqual([]);
  });

  it('are not summed up as an issue that was over before the browser started', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    browser.endSession();
    browser.now = MORNING + HOUR;
    setPage(browser, 'claude', 'operational');
    await start(browser.ports());
    expect(browser.notices.map(({ title }) => title)).toEqual([english('headline_recovered_plain', 'Claude')]);
  });

  it('are summed up once the page can be read again after a sleep', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    breakPage(browser, 'claude', { kind: 'unreachable' });
    browser.now = MORNING;
    await runRound(browser.ports());
    expect(browser.notices).toEqual([]);
    await at(MORNING + 5 * MINUTE, 'major_outage');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_major_outage_from', 'Claude', '02:00')}`,
    ]);
    expect(browser.status.held).toEqual([]);
  });

  it('are not summed up as a recovery of an outage whose page could not be read for days', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    breakPage(browser, 'claude', { kind: 'unreachable' });
    for (let day = 0; day <= 4; day += 1) {
      browser.now = MORNING + day * 24 * HOUR;
      await runRound(browser.ports());
    }
    expect(browser.status.episodes.claude).toBeUndefined();
    expect(browser.status.held).toEqual([]);
    expect(browser.notices).toEqual([]);
  });

  it('are summed up without a later slowdown that only one reading shows', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    await at(NIGHT + 9 * MINUTE, 'operational');
    setPage(browser, 'claude', 'degraded_performance');
    browser.now = MORNING;
    await runRound(browser.ports());
    expect(browser.notices).toEqual([]);
    await at(MORNING + 5 * MINUTE, 'operational');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('notice_quiet_over', 'Claude', '02:00', '02:09')}`,
    ]);
  });

  it('are not summed up as over while a reading shows another issue', async () => {
    await at(NIGHT + MINUTE, 'major_outage');
    await at(MORNING - 6 * MINUTE, 'operational');
    setPage(browser, 'claude', 'degraded_performance');
    browser.now = MORNING;
    await runRound(browser.ports());
    expect(browser.notices).toEqual([]);
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
    expect(browser.notices.map(({ title }) => title)).toEqual([english('title_degraded', 'Claude')]);
    expect(browser.status.held).toEqual([]);
  });

  it('are summed up after the snooze of an assistant', async () => {
    await at(NIGHT + MINUTE, 'major_outage', 'partial_outage');
    const snooze = { type: 'snooze', assistantId: 'claude', untilMs: MORNING + HOUR } as const;
    await answerPage(browser.ports(), createMutex(), snooze);
    await at(MORNING, 'major_outage', 'partial_outage');
    const line = (key: 'headline_partial_outage_from' | 'headline_major_outage_from', name: string) =>
      `${english('notice_quiet')}: ${english(key, name, '02:00')}`;
    expect(shownNotices()).toEqual([line('headline_partial_outage_from', 'ChatGPT')]);
    await at(MORNING + HOUR, 'major_outage', 'partial_outage');
    expect(shownNotices().slice(1)).toEqual([line('headline_major_outage_from', 'Claude')]);
  });

  it('are not summed up after "Works for me", unless the outage got worse', async () => {
    await at(NIGHT + MINUTE, 'partial_outage', 'partial_outage');
    for (const assistantId of ['claude', 'chatgpt'] as const) {
      await answerPage(browser.ports(), createMutex(), { type: 'react', assistantId, says: 'works' });
    }
    await at(NIGHT + 3 * MINUTE, 'partial_outage', 'major_outage');
    await at(MORNING, 'partial_outage', 'major_outage');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_major_outage_from', 'ChatGPT', '02:00')}`,
    ]);
  });

  it('are not summed up the next night', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.areNoticesBroken = true;
    await at(MORNING, 'partial_outage');
    browser.areNoticesBroken = false;
    await at(MORNING + 13 * HOUR, 'partial_outage');
    expect(browser.notices).toEqual([]);
  });

  it('that are turned off send the summary immediately', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.options = { ...browser.options, quietHours: { ...browser.options.quietHours, isOn: false } };
    await at(NIGHT + 6 * MINUTE, 'partial_outage');
    expect(shownNotices()).toEqual([
      `${english('notice_quiet')}: ${english('headline_partial_outage_from', 'Claude', '02:00')}`,
    ]);
  });

  it('send no summary about assistants that are no longer watched', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.options = { ...browser.options, watched: ['chatgpt'] };
    await at(MORNING, 'partial_outage');
    expect(browser.notices).toEqual([]);
    expect(browser.status.held).toEqual([]);
  });
});

describe('notification preferences', () => {
  const by = (over: Partial<NotificationPrefs>) => {
    browser.options = { ...browser.options, quietHours: { ...browser.options.quietHours, isOn: false } };
    browser.options = { ...browser.options, loudness: { claude: { ...DEFAULT_NOTIFICATION_PREFS, ...over } } };
  };
  const titles = () => browser.notices.map(({ title }) => title);

  it('with the minimum severity "partial outage" ignore degraded and notify after an escalation and its recovery', async () => {
    by({ from: 'partial_outage' });
    for (const minute of [1, 2, 3]) await at(NIGHT + minute * MINUTE, 'degraded_performance');
    expect(titles()).toEqual([]);
    expect(browser.status.decisions.at(-1)?.reason).toBe('too_mild');
    await at(NIGHT + 4 * MINUTE, 'partial_outage');
    await at(NIGHT + 5 * MINUTE, 'operational');
    expect(titles()).toEqual([
      english('title_partial_outage', 'Claude'),
      english('headline_recovered', 'Claude', english('duration_minutes', '5')),
    ]);
  });

  it('with the minimum severity "partial outage" ignore the recovery from degraded', async () => {
    by({ from: 'partial_outage' });
    for (const minute of [1, 2, 3]) await at(NIGHT + minute * MINUTE, 'degraded_performance');
    await at(NIGHT + 4 * MINUTE, 'operational');
    expect(titles()).toEqual([]);
  });

  it('with only recoveries on notify about the recovery', async () => {
    by({ started: false });
    await at(NIGHT + MINUTE, 'major_outage');
    await at(NIGHT + 9 * MINUTE, 'operational');
    expect(titles()).toEqual([english('headline_recovered', 'Claude', english('duration_minutes', '9'))]);
  });
});
