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

describe('while it runs', () => {
  const { headline, advice, cause, steps } = view({}, { check: running });

  it('concludes nothing', () => {
    expect({ headline, advice, cause }).toEqual({
      headline: english('check_running', 'Claude'),
      advice: [],
      cause: null,
    });
  });

  it('shows each step as it comes', () => {
    expect(steps.map(({ step, state }) => [step, state])).toEqual(
      CHECK_STEPS.map((step, index) => [step, index < 2 ? 'done' : index === 2 ? 'running' : 'waiting']),
    );
    expect(steps[2]?.result).toBe(english('check_looking'));
  });
});

it('names the models and parts that the page names', () => {
  const names = ['Opus 5.5', 'Sonnet'];
  expect(view({ provider: { kind: 'models', level: 'degraded', names } }).why).toBe(
    english('check_why_told_models', 'Claude', 'Opus 5.5 and Sonnet'),
  );
  expect(view({ provider: { kind: 'parts', level: 'operational', names } }).why).toBe(
    english('check_why_told_parts', 'Claude', 'Opus 5.5 and Sonnet'),
  );
});

it('calls a chat that does not open no message', () => {
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

describe('what fits', () => {
  const deedsOf = (findings: Partial<Findings>, ...deeds: CheckDeed[]) =>
    view(findings, { deeds: new Set(deeds) }).advice.flatMap(({ deed }) => (deed === null ? [] : [deed.kind]));

  it('has buttons only for what can be done here', () => {
    expect(deedsOf({}, 'reload')).toEqual(['reload']);
    expect(deedsOf({})).toEqual([]);
    expect(deedsOf({ site: 'error' })).toEqual([]);
    expect(deedsOf({ site: 'error' }, 'await_recovery')).toEqual(['await_recovery']);
  });

  it('promises to tell only of whom is watched, and of a chat that may be in trouble', () => {
    const deeds = new Set<CheckDeed>(['await_recovery']);
    const options = { ...DEFAULT_OPTIONS, watched: ['chatgpt' as const] };
    const offers = (findings: Partial<Findings>, over: Partial<CheckInput> = {}) =>
      view(findings, { deeds, ...over }).advice.some(({ deed }) => deed?.kind === 'await_recovery');
    const parts: Partial<Findings> = { provider: { kind: 'parts', level: 'operational', names: ['Claude Code'] } };
    expect([offers({ site: 'error' }), offers({ site: 'error' }, { options })]).toEqual([true, false]);
    expect([offers(parts), offers({}, { sees: 'history' })]).toEqual([false, false]);
  });

  it('says that they will be told, once they asked', () => {
    const status = { ...EMPTY_STATUS, awaited: { claude: { since: NOON, bringsForward: false } } };
    const [wait] = view({ site: 'error' }, { deeds: new Set(['await_recovery']), status }).advice.filter(
      ({ advice }) => advice === 'wait',
    );
    expect(wait).toMatchObject({ text: english('popup_awaited', 'Claude'), deed: null });
  });

  it('asks once more before it reloads over a text', () => {
    expect(deedsOf({}, 'reload', 'reload_anyway')).toEqual(['reload_anyway']);
  });

  it('offers to allow the site only while it is not', () => {
    const kinds = (...deeds: CheckDeed[]) =>
      view({ site: 'not_allowed' }, { deeds: new Set(deeds) }).advice.map(({ advice }) => advice);
    expect(kinds('allow_site')).toContain('allow_site');
    expect(kinds()).not.toContain('allow_site');
  });

  it('leads on to those who are up, and to nobody where nobody is', () => {
    const down: Partial<Findings> = { provider: { kind: 'trouble', level: 'major_outage', names: [] } };
    expect(view(down).advice.at(-1)?.links).toMatchObject([{ label: english('popup_continue_in', 'ChatGPT') }]);
    expect(view(down, { status: EMPTY_STATUS }).advice.map(({ advice }) => advice)).toEqual(['wait']);
  });
});

describe('what the person sees', () => {
  it('is offered, and an error text only to whoever sees one', () => {
    expect(view({}).question.choices.map(({ symptom }) => symptom)).toEqual(SYMPTOMS);
    expect(view({}).question.text).toBeNull();
    expect(view({}, { text: 'Overloaded' }).headline).toBe(english('check_cause_nothing'));
  });

  it('is explained', () => {
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

it('shows "up" only where all was seen, and what the page says otherwise', () => {
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
