import { describe, expect, it } from 'vitest';
import { CheckPage } from '@/components/check/check-page';
import messages from '@/public/_locales/en/messages.json';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { aVerdict, NOON } from '@/tests/fakes/samples';
import { stagedCheck } from '@/tests/gallery/check-stage';
import { diagnosisWords } from '@/utils/i18n/diagnosis-words';
import {
  ADVICE,
  CAUSES,
  CHECK_STEPS,
  DIAGNOSIS_NAMES,
  ERROR_MEANINGS,
  type Findings,
  NOTHING_FOUND,
  SYMPTOMS,
} from '@/utils/model/diagnosis';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { type CheckData, type CheckDeed, conclude, workingFallbacks } from '@/utils/ui/check/conclusion';
import { checkSteps } from '@/utils/ui/check/steps';
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
    status: { ...EMPTY_STATUS, verdicts: { chatgpt: aVerdict('operational', { assistantId: 'chatgpt' }) } },
    options: DEFAULT_OPTIONS,
    deeds: new Set<CheckDeed>(['reload', 'sign_in']),
    ...over,
  };
}

function conclusion(findings: Partial<Findings>, over: Partial<CheckData> = {}) {
  const concluded = conclude(data(findings, over), true);
  if (concluded === null) throw new Error('The check still runs');
  return concluded;
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
    expect(text).not.toContain(english('check_advice'));
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

it('names the models and components that the status page names', () => {
  const names = ['Opus 5.5', 'Sonnet'];
  expect(page({ provider: { kind: 'models', level: 'degraded', names } })).toContain(
    english('check_why_told_models', 'Claude', 'Opus 5.5 and Sonnet'),
  );
  expect(page({ provider: { kind: 'parts', level: 'operational', names } })).toContain(
    english('check_why_told_parts', 'Claude', 'Opus 5.5 and Sonnet'),
  );
});

it('does not call a chat that did not open a message', () => {
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
    const { row, provider } = conclusion(findings);
    const { why } = diagnosisWords('Claude', row, provider, englishAt(NOON));
    expect(page(findings)).toContain(why);
    expect([why, english('check_step_sends')].join()).not.toMatch(/message/i);
  }
});

describe('the advice', () => {
  const deedsOf = (findings: Partial<Findings>, ...deeds: CheckDeed[]) =>
    conclusion(findings, { deeds: new Set(deeds) }).advice.flatMap(({ deed }) => deed ?? []);

  it('has buttons only for what can be done here', () => {
    expect(deedsOf({}, 'reload')).toEqual(['reload']);
    expect(deedsOf({})).toEqual([]);
    expect(deedsOf({ site: 'error' })).toEqual([]);
    expect(deedsOf({ site: 'error' }, 'await_recovery')).toEqual(['await_recovery']);
  });

  it('promises a notification only of a watched assistant whose chat may have an issue', () => {
    const deeds = new Set<CheckDeed>(['await_recovery']);
    const options = { ...DEFAULT_OPTIONS, watched: ['chatgpt' as const] };
    const offers = (findings: Partial<Findings>, over: Partial<CheckData> = {}) =>
      conclusion(findings, { deeds, ...over }).advice.some(({ deed }) => deed === 'await_recovery');
    const parts: Partial<Findings> = { provider: { kind: 'parts', level: 'operational', names: ['Claude Code'] } };
    expect([offers({ site: 'error' }), offers({ site: 'error' }, { options })]).toEqual([true, false]);
    expect([offers(parts), offers({}, { sees: 'history' })]).toEqual([false, false]);
  });

  it('says that a notification is promised, once it was asked for', () => {
    const status = { ...EMPTY_STATUS, awaited: { claude: { since: NOON, bringsForward: false } } };
    const over: Partial<CheckData> = { deeds: new Set(['await_recovery']), status };
    const [wait] = conclusion({ site: 'error' }, over).advice.filter(({ advice }) => advice === 'wait');
    expect(wait).toEqual({ advice: 'wait', instead: 'awaited', deed: null });
    const text = page({ site: 'error' }, over);
    expect(text).toContain(english('popup_awaited', 'Claude'));
    expect(text).not.toContain(english('check_advice_wait'));
  });

  it('confirms a reload that may lose a draft', () => {
    expect(deedsOf({}, 'reload', 'reload_anyway')).toEqual(['reload_anyway']);
    const text = page({}, { deeds: new Set(['reload', 'reload_anyway']) });
    expect(text).toContain(`${english('check_reload_risk')} ${english('check_do_reload_anyway')}`);
    expect(text).not.toContain(english('check_advice_reload'));
  });

  it('offers to allow the site only while it is not allowed', () => {
    const kinds = (...deeds: CheckDeed[]) =>
      conclusion({ site: 'not_allowed' }, { deeds: new Set(deeds) }).advice.map(({ advice }) => advice);
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

describe('what the user sees', () => {
  const field = english('check_text');

  it('is offered, and a field for an error message only to users who see one', () => {
    const text = page({});
    for (const sight of SYMPTOMS) expect(text).toContain(english(`check_symptom_${sight}`));
    expect(text).not.toContain(field);
    expect(page({}, { sees: 'error_text' })).toContain(field);
    expect(page({}, { text: 'Overloaded' })).toContain(english('check_cause_nothing'));
  });

  it('is explained', () => {
    const explained = page({}, { sees: 'error_text', text: 'Overloaded' });
    expect(explained).toContain(english('check_means_overloaded'));
    expect(explained).toContain(english('check_cause_perhaps_them', 'Claude'));
    expect(page({}, { sees: 'error_text', text: 'Flux' })).toContain(english('check_means_not_known'));
    expect(page({}, { sees: 'error_text', text: ' ' })).not.toContain(english('check_means_not_known'));
    const markup = markupOf(
      <CheckContext value={stagedCheck(data({}, { sees: 'error_text' }))}>
        <CheckPage />
      </CheckContext>,
      NOON,
    );
    expect(markup).toContain('<option value="Something went wrong">');
  });
});

it('shows "up" only where all was checked, and the level of the status page otherwise', () => {
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

describe('the words', () => {
  const keys = Object.keys(messages);

  it.each([
    ...CAUSES.map((cause) => `check_cause_${cause}`),
    ...DIAGNOSIS_NAMES.map((name) => `check_why_${name}`),
    ...ADVICE.map((advice) => `check_advice_${advice}`),
    ...ERROR_MEANINGS.map((meaning) => `check_means_${meaning}`),
  ])('there is a text for %s', (key) => {
    expect(keys).toContain(key);
  });

  it('blame nobody', () => {
    const said = Object.entries(messages).flatMap(([key, { message }]) => (key.startsWith('check_') ? [message] : []));
    expect(
      said.filter((text) => /\b(?:fault|blame|wrong of|you (?:must|should|did|have to|forgot))\b/i.test(text)),
    ).toEqual([]);
  });
});
