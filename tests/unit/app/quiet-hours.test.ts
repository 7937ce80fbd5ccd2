import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { answerPage } from '@/utils/app/commands';
import { runRound, start } from '@/utils/app/round';
import { DEFAULT_LOUDNESS, type NotificationPrefs } from '@/utils/model/notification';

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

/** What the pages say at a moment. */
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
const said = () => browser.notices.map(({ title, text }) => `${title}: ${text}`);

describe('quiet hours', () => {
  it('hold back what comes up, and sum it up once in the morning', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    await at(NIGHT + 9 * MINUTE, 'operational');
    await at(NIGHT + 20 * MINUTE, 'operational', 'major_outage');
    expect(browser.notices).toEqual([]);
    expect(browser.status.decisions.map(({ reason }) => reason)).toEqual(['quiet_hours', 'quiet_hours', 'quiet_hours']);
    await at(MORNING - MINUTE, 'operational', 'major_outage');
    expect(browser.notices).toEqual([]);
    await at(MORNING, 'operational', 'major_outage');
    expect(said()).toEqual([
      `${english('notice_quiet')}: ${english('notice_quiet_over', 'Claude', '02:00', '02:09')}\n${english('headline_major_outage_from', 'ChatGPT', '02:00')}`,
    ]);
    await at(MORNING + 5 * MINUTE, 'operational', 'major_outage');
    await start(browser.ports());
    expect(browser.notices).toHaveLength(1);
  });

  it('are over for whoever opens the browser late, and what is news then is told as news', async () => {
    await at(NIGHT + MINUTE, 'partial_outage', 'major_outage');
    await at(MORNING + 3 * HOUR, 'operational', 'major_outage');
    expect(said()).toEqual([
      `${english('notice_quiet')}: ${english('headline_major_outage_from', 'ChatGPT', '02:00')}`,
      `${english('headline_recovered_plain', 'Claude')}: `,
    ]);
  });

  it('do not hold the answer to "tell me when it is back"', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    const wish = { type: 'await-recovery', assistantId: 'claude', awaits: { bringsForward: false } } as const;
    await answerPage(browser.ports(), createMutex(), wish);
    await at(NIGHT + 9 * MINUTE, 'operational');
    expect(browser.notices.map(({ title }) => title)).toEqual([
      english('headline_recovered', 'Claude', english('duration_minutes', '9')),
    ]);
  });

  it('that are switched off in the middle are over at once', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.options = { ...browser.options, quietHours: { ...browser.options.quietHours, isOn: false } };
    await at(NIGHT + 6 * MINUTE, 'partial_outage');
    expect(said()).toEqual([
      `${english('notice_quiet')}: ${english('headline_partial_outage_from', 'Claude', '02:00')}`,
    ]);
  });

  it('tell nothing of those who are watched no more, and nothing when nothing was', async () => {
    await at(NIGHT + MINUTE, 'partial_outage');
    browser.options = { ...browser.options, watched: ['chatgpt'] };
    await at(MORNING, 'partial_outage');
    expect(browser.notices).toEqual([]);
    expect(browser.status.held).toEqual([]);
  });
});

describe('loudness', () => {
  const by = (over: Partial<NotificationPrefs>) => {
    browser.options = { ...browser.options, quietHours: { ...browser.options.quietHours, isOn: false } };
    browser.options = { ...browser.options, loudness: { claude: { ...DEFAULT_LOUDNESS, ...over } } };
  };
  const titles = () => browser.notices.map(({ title }) => title);

  it('from "partly down" on leaves a slow-down untold, and its end too, and tells once it gets worse', async () => {
    by({ from: 'partial_outage' });
    for (const minute of [1, 2, 3]) await at(NIGHT + minute * MINUTE, 'degraded_performance');
    expect(titles()).toEqual([]);
    expect(browser.status.decisions.at(-1)?.reason).toBe('too_mild');
    await at(NIGHT + 4 * MINUTE, 'partial_outage');
    await at(NIGHT + 5 * MINUTE, 'operational');
    expect(titles()).toEqual([
      english('headline_partial_outage_from', 'Claude', '02:00'),
      english('headline_recovered', 'Claude', english('duration_minutes', '5')),
    ]);
  });

  it('of a slow-down that stays one tells nothing at its end', async () => {
    by({ from: 'partial_outage' });
    for (const minute of [1, 2, 3]) await at(NIGHT + minute * MINUTE, 'degraded_performance');
    await at(NIGHT + 4 * MINUTE, 'operational');
    expect(titles()).toEqual([]);
  });

  it('of recoveries alone tells the end', async () => {
    by({ started: false });
    await at(NIGHT + MINUTE, 'major_outage');
    await at(NIGHT + 9 * MINUTE, 'operational');
    expect(titles()).toEqual([english('headline_recovered', 'Claude', english('duration_minutes', '9'))]);
  });
});
