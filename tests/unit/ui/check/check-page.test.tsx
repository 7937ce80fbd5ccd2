import { describe, expect, it } from 'vitest';
import { CheckPage } from '@/components/check/check-page';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { stagedCheck } from '@/tests/gallery/check-stage';
import { diagnosisWords } from '@/utils/i18n/diagnosis-words';
import { CHECK_STEPS, type Findings, NOTHING_FOUND, SYMPTOMS } from '@/utils/model/diagnosis';
import { NOT_ASKED } from '@/utils/model/opinion';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import {
  answerActions,
  type CheckAction,
  type CheckData,
  checkSteps,
  conclude,
  dependsOnDescription,
  sortSteps,
  workingFallbacks,
} from '@/utils/ui/check/answer';
import { CheckContext } from '@/utils/ui/check/store';

const WELL: Findings = {
  browser: 'online',
  page: 'well',
  others: 'well',
  site: 'well',
  sends: { kind: 'well', suspicion: null },
  provider: { kind: 'well', level: 'operational', names: [] },
};

function data(findings: Partial<Findings>, over: Partial<CheckData> = {}): CheckData {
  return {
    assistantId: 'claude',
    check: { running: null, findings: { ...WELL, ...findings } },
    sees: null,
    text: '',
    textAt: 0,
    status: { ...EMPTY_STATUS, verdicts: { chatgpt: aVerdict('operational', { assistantId: 'chatgpt' }) } },
    options: DEFAULT_OPTIONS,
    opinion: NOT_ASKED,
    actions: new Set<CheckAction>(['reload', 'sign_in']),
    ...over,
  };
}

function conclusion(findings: Partial<Findings>, over: Partial<CheckData> = {}) {
  const concluded = conclude(data(findings, over), true);
  if (concluded === null) throw new Error('The check still runs');
  return concluded;
}

/** The markup of the page. */
function markup(findings: Partial<Findings>, over: Partial<CheckData> = {}): string {
  return markupOf(
    <CheckContext value={stagedCheck(data(findings, over))}>
      <CheckPage />
    </CheckContext>,
    NOON,
  );
}

/** The page, as text. */
function page(findings: Partial<Findings>, over: Partial<CheckData> = {}): string {
  return textOf(
    <CheckContext value={stagedCheck(data(findings, over))}>
      <CheckPage />
    </CheckContext>,
    NOON,
  );
}

const midway = { ...NOTHING_FOUND, browser: 'online', page: 'well' } as const;
const running = { running: 'others', findings: midway } as const;

describe('while the check runs', () => {
  it('concludes nothing', () => {
    expect(conclude(data({}, { check: running }), true)).toBeNull();
    const text = page({}, { check: running });
    expect(text).toContain(english('check_running', 'Claude'));
    expect(text).not.toContain(english('check_sees'));
    expect(markup({}, { check: running })).not.toContain('data-advice');
    expect(text).not.toContain(english('check_again'));
  });

  it('shows each step as it comes', () => {
    const steps = checkSteps(running, englishAt(NOON));
    expect(steps.map(({ step, state }) => [step, state])).toEqual(
      CHECK_STEPS.map((step, index) => [step, index < 2 ? 'done' : index === 2 ? 'running' : 'waiting']),
    );
    expect(steps[2]?.result).toBe(english('check_looking'));
  });
});

it('the check names the models and components that the status page names', () => {
  const names = ['Opus 5.5', 'Sonnet'];
  expect(page({ provider: { kind: 'models', level: 'degraded', names } })).toContain(
    english('check_why_reported_models', 'Claude', 'Opus 5.5 and Sonnet'),
  );
  expect(page({ provider: { kind: 'parts', level: 'operational', names } })).toContain(
    english('check_why_reported_parts', 'Claude', 'Opus 5.5 and Sonnet'),
  );
});

describe('a slow reply', () => {
  const slow = { suspicion: null, ms: 40_200, usualMs: 3_100 } as const;
  const quickLine = { kind: 'well', ms: 310 } as const;

  it.each<[string, Partial<Findings>, Partial<CheckData>, string]>([
    [
      'is put down to a slow connection',
      { sends: { kind: 'slow', ...slow }, line: { kind: 'slow', ms: 9_100 } },
      {},
      'Your connection is slow: status pages take 9 s to answer.',
    ],
    [
      'is put down to the assistant where the connection is quick',
      { sends: { kind: 'slow', ...slow }, line: quickLine },
      {},
      'Your connection is fine: status pages answer in 0.3 s, replies from Claude take 40 s to start.',
    ],
    [
      'may be that of a model that thinks',
      { sends: { kind: 'slow_maybe', ...slow }, line: quickLine },
      {},
      'Your last replies took 40 s to start, usually 3 s.',
    ],
    [
      'that only the user sees is not put down to a quick connection',
      { line: quickLine },
      { sees: 'slow' },
      'Your connection is fine: status pages answer in 0.3 s. No incident is reported.',
    ],
  ])('%s', (_, findings, over, sentence) => {
    expect(page(findings, over)).toContain(sentence);
  });
});

it('the check does not call a chat that did not open a message', () => {
  const suspicion = {
    source: 'evidence',
    what: 'page',
    failed: 2,
    of: 2,
    isSilent: false,
    since: NOON,
    until: NOON,
  } as const;
  for (const kind of ['failed', 'cut'] as const) {
    const findings: Partial<Findings> = { sends: { kind, suspicion } };
    const { row, findings: found } = conclusion(findings);
    const { why } = diagnosisWords('Claude', row, found, englishAt(NOON));
    expect(page(findings)).toContain(why);
    expect([why, english('check_step_sends')].join()).not.toMatch(/message/i);
  }
});

it.each<[string, Partial<Findings>, string]>([
  ['lists nothing', {}, english('check_why_messages_fail', 'Claude')],
  [
    'lists an incident',
    { provider: { kind: 'incident', level: 'operational', names: [] } },
    english('suspicion_incident_reported'),
  ],
  [
    'lists another part',
    { provider: { kind: 'parts', level: 'operational', names: ['Claude Code'] } },
    english('check_why_reported_parts', 'Claude', 'Claude Code'),
  ],
  [
    'could not be read',
    { page: 'none', provider: { kind: 'unknown', level: 'unknown', names: [] } },
    english('suspicion_unread', 'Claude'),
  ],
])('the reason for failing messages says whether the status page %s', (what, found, expected) => {
  const counts = { what: 'send', failed: 2, of: 2, isSilent: false, since: NOON, until: NOON } as const;
  const text = page({ sends: { kind: 'failed', suspicion: { source: 'evidence', ...counts } }, ...found });
  expect(text).toContain(expected);
  expect(text.includes(english('check_why_messages_fail', 'Claude'))).toBe(what === 'lists nothing');
});

describe('the advice', () => {
  const actionsOf = (findings: Partial<Findings>, ...actions: CheckAction[]) =>
    conclusion(findings, { actions: new Set(actions) }).advice.flatMap(({ action }) => action ?? []);

  it('has buttons only for what can be done here', () => {
    expect(actionsOf({}, 'reload')).toEqual(['reload']);
    expect(actionsOf({})).toEqual([]);
    expect(actionsOf({ site: 'error' })).toEqual([]);
    expect(actionsOf({ site: 'error' }, 'await_recovery')).toEqual(['await_recovery']);
  });

  it('promises a notification only of a watched assistant whose chat may have an issue', () => {
    const actions = new Set<CheckAction>(['await_recovery']);
    const options = { ...DEFAULT_OPTIONS, watched: ['chatgpt' as const] };
    const offers = (findings: Partial<Findings>, over: Partial<CheckData> = {}) =>
      conclusion(findings, { actions, ...over }).advice.some(({ action }) => action === 'await_recovery');
    const parts: Partial<Findings> = { provider: { kind: 'parts', level: 'operational', names: ['Claude Code'] } };
    expect([offers({ site: 'error' }), offers({ site: 'error' }, { options })]).toEqual([true, false]);
    expect([offers(parts), offers({}, { sees: 'history' })]).toEqual([false, false]);
  });

  it('says that a notification is promised, once it was asked for', () => {
    const status = { ...EMPTY_STATUS, awaited: { claude: { since: NOON, bringsForward: false } } };
    const over: Partial<CheckData> = { actions: new Set(['await_recovery']), status };
    const [wait] = conclusion({ site: 'error' }, over).advice.filter(({ advice }) => advice === 'wait');
    expect(wait).toEqual({ advice: 'wait', instead: 'awaited', action: null });
    const text = page({ site: 'error' }, over);
    expect(text).toContain(english('popup_awaited', 'Claude'));
    expect(text).not.toContain(english('check_advice_wait'));
  });

  it('confirms a reload that may lose a draft', () => {
    expect(actionsOf({}, 'reload', 'reload_anyway')).toEqual(['reload_anyway']);
    const text = page({}, { actions: new Set(['reload', 'reload_anyway']) });
    expect(text).toContain(`${english('check_reload_risk')} ${english('check_do_reload_anyway')}`);
    expect(text).not.toContain(english('check_advice_reload'));
  });

  it('offers to allow the site only while it is not allowed', () => {
    const kinds = (...actions: CheckAction[]) =>
      conclusion({ site: 'not_allowed' }, { actions: new Set(actions) }).advice.map(({ advice }) => advice);
    expect(kinds('allow_site')).toContain('allow_site');
    expect(kinds()).not.toContain('allow_site');
  });

  it('leads to fallbacks that work, and nowhere where none does', () => {
    const down: Partial<Findings> = { provider: { kind: 'trouble', level: 'major_outage', names: [] } };
    const { options, status } = data(down);
    expect(workingFallbacks(options, 'claude', status, NOON)).toEqual([{ id: 'chatgpt', name: 'ChatGPT' }]);
    expect(workingFallbacks(options, 'claude', EMPTY_STATUS, NOON)).toEqual([]);
    expect(page(down)).toContain(english('popup_continue_in', 'ChatGPT'));
    expect(conclude(data(down), false)?.advice.map(({ advice }) => advice)).toEqual(['wait']);
    expect(page(down, { status: EMPTY_STATUS })).not.toContain(english('check_advice_continue_elsewhere'));
  });
});

describe('the layout of the answer', () => {
  const outage: Partial<Findings> = { provider: { kind: 'trouble', level: 'partial_outage', names: [] } };
  const actions = (findings: Partial<Findings>, over: Partial<CheckData> = {}) =>
    answerActions(conclusion(findings, over));

  it('makes continuing elsewhere the primary action of an outage, beside the notification', () => {
    const { isContinuePrimary, wait, listed, primary } = actions(outage, { actions: new Set(['await_recovery']) });
    expect([isContinuePrimary, wait?.action, listed, primary]).toEqual([true, 'await_recovery', [], null]);
  });

  it('lists continuing elsewhere as one of several remedies when nothing points to the assistant', () => {
    const { isContinuePrimary, listed } = actions({}, { sees: 'slow' });
    expect(isContinuePrimary).toBe(false);
    expect(listed.map(({ advice }) => advice)).toEqual(['other_model', 'reload', 'continue_elsewhere']);
  });

  it('makes the most promising remedy primary, but never a reload that may lose a draft', () => {
    expect(actions({}, { sees: 'sign_in' }).primary?.action).toBe('sign_in');
    const refused: Partial<Findings> = { sends: { kind: 'refused', suspicion: null } };
    expect(actions(refused).primary?.action).toBe('reload');
    expect(actions(refused, { actions: new Set(['reload', 'reload_anyway']) }).primary).toBeNull();
    expect(actions({}).primary).toBeNull();
  });

  it('has at most one primary button', () => {
    const states = [
      markup(outage, { actions: new Set(['await_recovery', 'reload', 'sign_in']) }),
      ...([null, ...SYMPTOMS] as const).map((sees) => markup({}, { sees })),
      markup({ site: 'none' }),
      markup({ sends: { kind: 'refused', suspicion: null } }),
    ];
    for (const state of states) expect(state.split('primary').length - 1).toBeLessThanOrEqual(1);
  });

  it('asks right below the answer where the description may change it, and below the actions otherwise', () => {
    expect(dependsOnDescription(WELL)).toBe(true);
    expect(dependsOnDescription({ ...WELL, ...outage })).toBe(false);
    const order = (text: string, action: string) => text.indexOf(english('check_sees')) < text.indexOf(action);
    expect(order(page({}, { sees: 'slow' }), english('check_advice_reload'))).toBe(true);
    expect(order(page(outage), english('popup_continue_in', 'ChatGPT'))).toBe(false);
  });

  it('shows the checks that did not pass, and the others behind their number', () => {
    const sorted = (findings: Partial<Findings>) => {
      const { check } = data(findings);
      const { odd, passed } = sortSteps(check === null ? [] : checkSteps(check, englishAt(NOON)));
      return [odd.map(({ step }) => step), passed.length];
    };
    expect(sorted(outage)).toEqual([['provider'], 5]);
    expect(sorted({ sends: { kind: 'none', suspicion: null } })).toEqual([['sends'], 5]);
    expect(sorted({})).toEqual([[], 6]);
    expect(page(outage)).toContain(english('check_passed_other', '5'));
    expect(page({})).toContain(english('check_passed_all', '6'));
    const nothing = { ...NOTHING_FOUND, browser: 'offline', page: 'none', others: 'none' } as const;
    expect(page(nothing)).not.toContain('passed');
  });

  it('names the reported level in the reason', () => {
    for (const level of ['degraded', 'partial_outage', 'major_outage'] as const) {
      expect(page({ provider: { kind: 'trouble', level, names: [] } })).toContain(
        english(`check_reported_${level}`, 'Claude'),
      );
    }
  });
});

describe('what the user sees', () => {
  const field = english('check_text');

  it('is offered, and a field for an error message only to users who see one', () => {
    const text = page({});
    for (const sight of SYMPTOMS) expect(text).toContain(english(`check_symptom_${sight}`));
    expect(markup({})).not.toContain(field);
    expect(markup({}, { sees: 'error_text' })).toContain(`aria-label="${field}"`);
    expect(page({}, { text: 'Overloaded' })).toContain(english('check_cause_nothing'));
  });

  it('is explained', () => {
    const explained = page({}, { sees: 'error_text', text: 'Overloaded' });
    expect(explained).toContain(english('check_means_overloaded'));
    expect(explained).toContain(english('check_cause_perhaps_them', 'Claude'));
    expect(page({}, { sees: 'error_text', text: 'Flux' })).toContain(english('check_means_not_known'));
    expect(page({}, { sees: 'error_text', text: ' ' })).not.toContain(english('check_means_not_known'));
    expect(markup({}, { sees: 'error_text' })).toContain('<option value="Something went wrong">');
  });
});

it('the check shows "up" only where all was checked, and the level of the status page otherwise', () => {
  const signOf = (findings: Partial<Findings>, over: Partial<CheckData> = {}) => conclusion(findings, over).sign;
  expect(signOf({})).toBe('up');
  expect(signOf({ site: 'not_allowed' })).toBe('unknown');
  expect(signOf({}, { sees: 'fails' })).toBe('unknown');
  expect(signOf({ provider: { kind: 'trouble', level: 'partial_outage', names: [] } })).toBe('partial_outage');
  const suspicion = {
    source: 'evidence',
    what: 'send',
    failed: 2,
    of: 2,
    isSilent: false,
    since: NOON,
    until: NOON,
  } as const;
  expect(signOf({ sends: { kind: 'failed', suspicion } })).toBe('suspected');
});

describe('an error message that names the end of a limit', () => {
  const text = 'Too many requests. Try again in 2 hours';
  const said = (over: Partial<CheckData> = {}) =>
    page({}, { sees: 'error_text', text, textAt: NOON - 10 * MINUTE, ...over });

  it('is answered with that time, counted from when it was entered, and an offer to be notified', () => {
    expect(said()).toContain(english('limit_again', '13:50'));
    expect(said()).toContain(english('limit_notify'));
    expect(said()).not.toContain(english('limit_forget'));
  });

  it('says that the notification is requested, with the stored time', () => {
    const limits = { claude: { until: NOON + HOUR, saidAt: NOON, isAwaited: true } };
    const requested = said({ status: { ...EMPTY_STATUS, limits } });
    expect(requested).toContain(`${english('limit_again', '13:00')} ${english('limit_awaited')}`);
    expect(requested).toContain(english('limit_undo'));
  });

  it('is answered with its own time while another end is known, of which no notification was requested', () => {
    const limits = { claude: { until: NOON + 2 * MINUTE, saidAt: NOON, isAwaited: false } };
    const shown = said({ status: { ...EMPTY_STATUS, limits } });
    expect(shown).toContain(english('limit_again', '13:50'));
    expect(shown).not.toContain(english('limit_again', '12:02'));
    expect(shown).toContain(english('limit_notify'));
  });

  it('offers no notification for an assistant that is not watched', () => {
    expect(said({ options: { ...DEFAULT_OPTIONS, watched: ['chatgpt'] } })).not.toContain(english('limit_notify'));
  });
});
