import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { english, englishAt } from '@/tests/fakes/english';
import { aVerdict, NOON } from '@/tests/fakes/samples';
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
import type { CheckDeed } from '@/utils/ui/check/steps';
import { type CheckInput, checkView } from '@/utils/ui/check/view';

const WELL: Findings = {
  browser: 'online',
  page: 'well',
  others: 'well',
  site: 'well',
  sends: { kind: 'well', suspicion: null },
  provider: { kind: 'well', level: 'operational', names: [] },
};

function view(findings: Partial<Findings>, over: Partial<CheckInput> = {}) {
  const check = { running: null, findings: { ...WELL, ...findings } };
  const input: CheckInput = {
    assistantId: 'claude',
    check,
    sees: null,
    text: '',
    status: { ...EMPTY_STATUS, verdicts: { chatgpt: aVerdict('operational', { assistantId: 'chatgpt' }) } },
    options: DEFAULT_OPTIONS,
    deeds: new Set<CheckDeed>(['reload', 'sign_in']),
    ...over,
  };
  return checkView(input, englishAt(NOON));
}

const midway = { ...NOTHING_FOUND, browser: 'online', page: 'well' } as const;
const running = { running: 'others', findings: midway } as const;

describe('checkView while the check runs', () => {
  const { headline, advice, cause, steps } = view({}, { check: running });

  it('shows no conclusion', () => {
    expect({ headline, advice, cause }).toEqual({
      headline: english('check_running', 'Claude'),
      advice: [],
      cause: null,
    });
  });

  it('shows the state of each step', () => {
    expect(steps.map(({ step, state }) => [step, state])).toEqual(
      CHECK_STEPS.map((step, index) => [step, index < 2 ? 'done' : index === 2 ? 'running' : 'waiting']),
    );
    expect(steps[2]?.result).toBe(english('check_looking'));
  });
});

it('checkView names the affected models and components', () => {
  const names = ['Opus 5.5', 'Sonnet'];
  expect(view({ provider: { kind: 'models', level: 'degraded', names } }).why).toBe(
    english('check_why_told_models', 'Claude', 'Opus 5.5 and Sonnet'),
  );
  expect(view({ provider: { kind: 'parts', level: 'operational', names } }).why).toBe(
    english('check_why_told_parts', 'Claude', 'Opus 5.5 and Sonnet'),
  );
});

it('checkView does not call a failed page load a message', () => {
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
    const { why, steps } = view({ sends: { kind, suspicion } });
    expect([why, steps.find(({ step }) => step === 'sends')?.label].join()).not.toMatch(/message/i);
  }
});

describe('checkView advice', () => {
  const deedsOf = (findings: Partial<Findings>, ...deeds: CheckDeed[]) =>
    view(findings, { deeds: new Set(deeds) }).advice.flatMap(({ deed }) => (deed === null ? [] : [deed.kind]));

  it('has buttons only for actions that are possible', () => {
    expect(deedsOf({}, 'reload')).toEqual(['reload']);
    expect(deedsOf({})).toEqual([]);
    expect(deedsOf({ site: 'error' })).toEqual([]);
    expect(deedsOf({ site: 'error' }, 'await_recovery')).toEqual(['await_recovery']);
  });

  it('offers a recovery alert only for watched assistants that may have an issue', () => {
    const deeds = new Set<CheckDeed>(['await_recovery']);
    const options = { ...DEFAULT_OPTIONS, watched: ['chatgpt' as const] };
    const offers = (findings: Partial<Findings>, over: Partial<CheckInput> = {}) =>
      view(findings, { deeds, ...over }).advice.some(({ deed }) => deed?.kind === 'await_recovery');
    const parts: Partial<Findings> = { provider: { kind: 'parts', level: 'operational', names: ['Claude Code'] } };
    expect([offers({ site: 'error' }), offers({ site: 'error' }, { options })]).toEqual([true, false]);
    expect([offers(parts), offers({}, { sees: 'history' })]).toEqual([false, false]);
  });

  it('confirms a requested recovery alert instead of offering it', () => {
    const status = { ...EMPTY_STATUS, awaited: { claude: { since: NOON, bringsForward: false } } };
    const [wait] = view({ site: 'error' }, { deeds: new Set(['await_recovery']), status }).advice.filter(
      ({ advice }) => advice === 'wait',
    );
    expect(wait).toMatchObject({ text: english('popup_awaited', 'Claude'), deed: null });
  });

  it('asks for confirmation before reloading over typed text', () => {
    expect(deedsOf({}, 'reload', 'reload_anyway')).toEqual(['reload_anyway']);
  });

  it('offers to allow the site only while that is possible', () => {
    const kinds = (...deeds: CheckDeed[]) =>
      view({ site: 'not_allowed' }, { deeds: new Set(deeds) }).advice.map(({ advice }) => advice);
    expect(kinds('allow_site')).toContain('allow_site');
    expect(kinds()).not.toContain('allow_site');
  });

  it('links to available fallbacks, or to none', () => {
    const down: Partial<Findings> = { provider: { kind: 'trouble', level: 'major_outage', names: [] } };
    expect(view(down).advice.at(-1)?.links).toMatchObject([{ label: english('popup_continue_in', 'ChatGPT') }]);
    expect(view(down, { status: EMPTY_STATUS }).advice.map(({ advice }) => advice)).toEqual(['wait']);
  });
});

describe('checkView question about symptoms', () => {
  it('lists every symptom and shows the error text field only for error texts', () => {
    expect(view({}).question.choices.map(({ symptom }) => symptom)).toEqual(SYMPTOMS);
    expect(view({}).question.text).toBeNull();
    expect(view({}, { text: 'Overloaded' }).headline).toBe(english('check_cause_nothing'));
  });

  it('explains the entered error text', () => {
    const { question, headline } = view({}, { sees: 'error_text', text: 'Overloaded' });
    expect(question.text?.meaning).toBe(english('check_means_overloaded'));
    expect(question.text?.samples).toContain('Something went wrong');
    expect(headline).toBe(english('check_cause_perhaps_them', 'Claude'));
    expect(view({}, { sees: 'error_text', text: 'Flux' }).question.text?.meaning).toBe(
      english('check_means_not_known'),
    );
    expect(view({}, { sees: 'error_text', text: ' ' }).question.text?.meaning).toBeNull();
  });
});

it('checkView shows the sign "up" only if everything was checked and otherwise the sign of the page', () => {
  expect(view({}).sign).toBe('up');
  expect(view({ site: 'not_allowed' }).sign).toBe('unknown');
  expect(view({}, { sees: 'fails' }).sign).toBe('unknown');
  expect(view({ provider: { kind: 'trouble', level: 'partial_outage', names: [] } }).sign).toBe('partial_outage');
  const suspicion = {
    source: 'evidence',
    what: 'send',
    failed: 2,
    of: 2,
    isSilent: false,
    since: NOON,
    until: NOON,
  } as const;
  expect(view({ sends: { kind: 'failed', suspicion } }).sign).toBe('suspected');
});

describe('texts of the check', () => {
  const keys = Object.keys(messages);

  it.each([
    ...CAUSES.map((cause) => `check_cause_${cause}`),
    ...DIAGNOSIS_NAMES.map((name) => `check_why_${name}`),
    ...ADVICE.map((advice) => `check_advice_${advice}`),
    ...ERROR_MEANINGS.map((meaning) => `check_means_${meaning}`),
  ])('include %s', (key) => {
    expect(keys).toContain(key);
  });

  it('blame nobody', () => {
    const texts = Object.entries(messages).flatMap(([key, { message }]) => (key.startsWith('check_') ? [message] : []));
    expect(
      texts.filter((text) => /\b(?:fault|blame|wrong of|you (?:must|should|did|have to|forgot))\b/i.test(text)),
    ).toEqual([]);
  });
});
