import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { runRound, start } from '@/utils/app/round';
import { DEFAULT_NOTIFICATION_PREFS, type NotificationPrefs, notice } from '@/utils/model/notification';

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
  it('hold notifications and send one summary in the morning', async () => {
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

  it('pass on maintenance that is still ahead of an assistant with a new outage', async () => {
    const startsAt = MORNING + HOUR;
    const maintenance = {
      kind: 'maintenance_ahead',
      assistantId: 'claude',
      at: NIGHT,
      maintenanceId: 'm',
      title: 'Moving house',
      startsAt,
      endsAt: startsAt + HOUR,
    } as const;
    await browser.ports().writeStatus({ ...browser.status, held: [notice('understudy-m', { maintenance })] });
    await at(MORNING, 'major_outage');
    expect(browser.notices.map(({ id }) => id)).toEqual(['understudy-m', expect.stringContaining('claude')]);
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
