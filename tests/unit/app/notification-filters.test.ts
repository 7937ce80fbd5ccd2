import { beforeAll, describe, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { popupMarkup } from '@/tests/fakes/popup-markup';
import { MINUTE } from '@/tests/fakes/samples';
import { answerPage } from '@/utils/app/commands';
import { runRound } from '@/utils/app/round';
import { DEFAULT_NOTIFICATION_PREFS, type NotificationPrefs } from '@/utils/model/notification';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';

const loud = (over: Partial<NotificationPrefs>): Partial<Options> => ({
  loudness: { claude: { ...DEFAULT_NOTIFICATION_PREFS, ...over }, chatgpt: { ...DEFAULT_NOTIFICATION_PREFS, ...over } },
});

const ALL_DAY = { ...DEFAULT_OPTIONS.quietHours, isOn: true, from: 0, until: 24 * 60 - 1 };

/** Every setting that silences notifications, and all of them together. */
const FILTERS: [string, Partial<Options>][] = [
  ['no beginnings', loud({ started: false })],
  ['no recoveries', loud({ recovered: false })],
  ['updates too', loud({ updates: true })],
  ['no maintenance', loud({ maintenance: false })],
  ['from partial outage', loud({ from: 'partial_outage' })],
  ['from major outage', loud({ from: 'major_outage' })],
  ['quiet hours', { quietHours: ALL_DAY }],
  [
    'everything silenced',
    {
      ...loud({ started: false, recovered: false, maintenance: false, from: 'major_outage' }),
      quietHours: ALL_DAY,
    },
  ],
];

type Step = readonly [assistantId: 'claude' | 'chatgpt', word: string];

/** What the pages report step by step, 90 seconds apart; null changes nothing. */
const COURSES: [string, (Step | null)[]][] = [
  ['a slowdown', [['claude', 'degraded_performance'], null, null, ['claude', 'operational'], null]],
  ['a partial outage', [['claude', 'partial_outage'], null, ['claude', 'operational'], null]],
  [
    'an outage that reopens at a lower level',
    [
      ['claude', 'major_outage'],
      ['claude', 'operational'],
      ['claude', 'degraded_performance'],
      null,
      ['claude', 'operational'],
    ],
  ],
  [
    'a slowdown that escalates and improves',
    [
      ['claude', 'degraded_performance'],
      null,
      ['claude', 'major_outage'],
      ['claude', 'degraded_performance'],
      null,
      ['claude', 'operational'],
    ],
  ],
  [
    'two outages at once',
    [
      ['claude', 'degraded_performance'],
      ['chatgpt', 'partial_outage'],
      null,
      ['claude', 'operational'],
      ['chatgpt', 'operational'],
    ],
  ],
];

/** What banner, icon and popup show after each step, and whether the recovery alert was sent. */
async function play(options: Partial<Options>, course: readonly (Step | null)[], awaitsAfter: number | null) {
  const browser = new FakeBrowser();
  browser.options = { ...DEFAULT_OPTIONS, ...options };
  browser.openChats = ['https://claude.ai/*'];
  for (const id of ['claude', 'chatgpt'] as const) setPage(browser, id, 'operational');
  await runRound(browser.ports());
  const shown: unknown[] = [];
  for (const [index, step] of course.entries()) {
    if (step !== null) {
      const [id, word] = step;
      setPage(browser, id, word, word === 'operational' ? {} : { incidents: [incidentOf(id, { impact: 'minor' })] });
    }
    browser.pass(1.5 * MINUTE);
    await runRound(browser.ports());
    if (index === awaitsAfter) {
      const awaits = { bringsForward: false };
      await answerPage(browser.ports(), createMutex(), { type: 'await-recovery', assistantId: 'claude', awaits });
    }
    const { status, banners, toolbar } = browser;
    shown.push({
      banners: banners.map(({ id, view }) => [id, view]),
      toolbar,
      popup: popupMarkup({ status }, browser.now),
    });
  }
  const isAnswered = browser.notices.length > 0 && browser.status.decisions.some(({ reason }) => reason === 'awaited');
  return { shown, isAnswered, wakesAt: browser.wakesAt };
}

describe.each(COURSES)('during %s', (_, course) => {
  let usual: Awaited<ReturnType<typeof play>>;
  let awaiting: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    usual = await play({}, course, null);
    awaiting = await play({}, course, 0);
  });

  it.each(FILTERS)('banner, icon and popup are the same as with the defaults under "%s"', async (_name, options) => {
    expect(await play(options, course, null)).toMatchObject({ shown: usual.shown, wakesAt: usual.wakesAt });
  });

  it.each(FILTERS)('a requested recovery alert is sent under "%s"', async (_name, options) => {
    const { shown, isAnswered } = await play(options, course, 0);
    expect(isAnswered).toBe(true);
    expect(shown).toEqual(awaiting.shown);
  });
});
