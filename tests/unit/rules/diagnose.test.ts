import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Account,
  ANSWERS,
  type Answer,
  CAUSES,
  type ConnectionFinding,
  DIAGNOSIS_NAMES,
  type DiagnosisName,
  ERROR_MEANINGS,
  FAILING_SENDS,
  type Findings,
  NOTHING_FOUND,
  OTHER_SENDS,
  PROVIDER_KINDS,
  type ProviderFinding,
  type SendsFinding,
  SLOW_SENDS,
  SYMPTOMS,
} from '@/utils/model/diagnosis';
import { DIAGNOSIS_ROWS, diagnose, NOTHING_FITS } from '@/utils/rules/evidence/diagnose';

/** `diagnose` reads only the kind. */
const sends = (kind: SendsFinding['kind']) => ({ kind, suspicion: null }) as SendsFinding;
const provider = (kind: ProviderFinding['kind']): ProviderFinding => ({ kind, level: 'unknown', names: [] });

const line = (kind: ConnectionFinding['kind']): ConnectionFinding => ({ kind, ms: kind === 'slow' ? 9_000 : 300 });

/** Everything was checked and works. */
const WELL: Findings = {
  browser: 'online',
  page: 'well',
  others: 'well',
  site: 'well',
  sends: sends('none'),
  provider: provider('well'),
};
const SAYS_NOTHING: Account = { sees: null, meaning: null };

const CASES: [DiagnosisName, Partial<Findings>, Partial<Account>?][] = [
  ['offline', { ...NOTHING_FOUND, browser: 'offline', sends: sends('cut'), provider: provider('trouble') }],
  ['nobody_answers', { page: 'none', others: 'none', site: 'none', provider: provider('unknown') }],
  ['nobody_answers', { page: 'none', others: 'none', site: 'not_allowed', provider: provider('trouble') }],
  ['reported_trouble', { provider: provider('trouble') }],
  ['reported_trouble', { provider: provider('trouble'), site: 'none', sends: sends('limited') }],
  ['reported_models', { provider: provider('models'), sends: sends('failed') }],
  ['reported_before', { page: 'none', provider: provider('trouble') }],
  ['reported_before', { page: 'unexpected', provider: provider('models') }],
  ['reported_maintenance', { provider: provider('maintenance'), site: 'error' }],
  ['limit_doubtful', { sends: sends('limited_doubtful') }],
  ['limit_doubtful', { sends: sends('limited'), provider: provider('incident') }],
  ['limited', { sends: sends('limited') }],
  ['refused', { sends: sends('refused') }],
  ['conversation', { sends: sends('conversation') }],
  ['conversation_only', { sends: sends('conversation_only') }],
  ['tool', { sends: sends('tool') }],
  ['cut_everywhere', { sends: sends('cut_everywhere') }],
  ['line_slow', { sends: sends('slow'), line: line('slow') }],
  ['line_slow', { sends: sends('slow_maybe'), line: line('slow') }],
  ['line_slow', { sends: sends('slow_everywhere'), line: line('slow') }],
  ['line_slow', { sends: sends('cut'), line: line('slow') }],
  ['line_slow', { line: line('slow') }],
  ['line_slow', { line: line('slow') }, { sees: 'slow' }],
  ['reported_parts', { line: line('slow'), provider: provider('parts') }],
  ['messages_fail', { sends: sends('failed'), line: line('slow') }],
  ['site_silent', { site: 'none', sends: sends('slow'), line: line('slow') }],
  ['text_limit', { line: line('slow') }, { sees: 'error_text', meaning: 'limit' }],
  ['slow_everywhere', { sends: sends('slow_everywhere') }],
  ['slow_everywhere', { sends: sends('slow_everywhere'), line: line('well') }],
  ['answers_slow_line_well', { sends: sends('slow'), line: line('well') }],
  ['answers_slow', { sends: sends('slow') }],
  ['messages_and_site_fail', { sends: sends('failed'), site: 'error' }],
  ['messages_fail', { sends: sends('failed') }],
  ['messages_fail', { sends: sends('failed'), page: 'none', provider: provider('unknown'), site: 'not_allowed' }],
  ['site_error', { site: 'error' }],
  ['site_silent', { site: 'none' }],
  ['site_silent', { site: 'none', page: 'none', provider: provider('unknown') }],
  ['site_silent', { site: 'none', sends: sends('cut') }],
  ['messages_cut', { sends: sends('cut') }],
  ['page_silent', { page: 'none', site: 'not_allowed', provider: provider('unknown') }],
  ['text_limit', { provider: provider('parts') }, { sees: 'error_text', meaning: 'limit' }],
  ['text_signed_out', {}, { sees: 'error_text', meaning: 'signed_out' }],
  ['text_limit', { provider: provider('incident') }, { sees: 'error_text', meaning: 'limit' }],
  ['reported_incident', { provider: provider('incident') }],
  ['reported_incident', { provider: provider('incident'), site: 'not_allowed', sends: sends('well') }],
  ['reported_incident', { provider: provider('incident') }, { sees: 'fails' }],
  ['messages_fail', { provider: provider('incident'), sends: sends('failed') }],
  ['text_theirs', {}, { sees: 'error_text', meaning: 'overloaded' }],
  ['text_theirs', { page: 'not_allowed', provider: provider('unknown') }, { sees: 'error_text', meaning: 'gateway' }],
  ['text_between', {}, { sees: 'error_text', meaning: 'network' }],
  ['symptom_sign_in', {}, { sees: 'sign_in' }],
  ['symptom_history', {}, { sees: 'history' }],
  ['symptom_history', {}, { sees: 'error_text', meaning: 'missing' }],
  ['reported_parts', { provider: provider('parts') }, { sees: 'fails' }],
  ['symptom_failing', {}, { sees: 'fails' }],
  ['symptom_failing', { site: 'not_allowed' }, { sees: 'error_text', meaning: 'vague' }],
  ['answers_slow_maybe', { sends: sends('slow_maybe') }],
  ['answers_slow_maybe', { sends: sends('slow_maybe'), line: line('well') }, { sees: 'slow' }],
  ['symptom_failing', { sends: sends('slow_maybe') }, { sees: 'fails' }],
  ['symptom_slow_line_well', { line: line('well') }, { sees: 'slow' }],
  ['symptom_slow', {}, { sees: 'slow' }],
  ['all_well', { sends: sends('well') }],
  ['all_well', { sends: sends('once'), others: 'none' }],
  ['nothing_fits', { sends: sends('brief') }],
  ['well_so_far', { site: 'not_allowed' }],
  ['nothing_fits', { page: 'not_allowed', provider: provider('unknown') }],
  ['nothing_fits', { page: 'none', others: 'not_known', site: 'none', provider: provider('unknown') }],
  ['nothing_fits', NOTHING_FOUND],
];

describe('the decision table', () => {
  it.each(CASES)('diagnoses %s for findings %j and account %j', (name, over, account = {}) => {
    expect(diagnose({ ...WELL, ...over }, { ...SAYS_NOTHING, ...account }).name).toBe(name);
  });

  it('has a test case for every row, and a row for every name and cause', () => {
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(DIAGNOSIS_NAMES));
    expect([...DIAGNOSIS_ROWS, NOTHING_FITS].map(({ name }) => name)).toEqual(DIAGNOSIS_NAMES);
    expect(new Set([...DIAGNOSIS_ROWS, NOTHING_FITS].map(({ cause }) => cause))).toEqual(new Set(CAUSES));
  });
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anAnswer = maybe(fc.constantFrom(...ANSWERS));
const anyFindings: fc.Arbitrary<Findings> = fc.record({
  browser: maybe(fc.constantFrom('online' as const, 'offline' as const)),
  page: anAnswer,
  others: anAnswer,
  site: anAnswer,
  sends: maybe(fc.constantFrom(...FAILING_SENDS, ...OTHER_SENDS, ...SLOW_SENDS).map(sends)),
  provider: maybe(fc.constantFrom(...PROVIDER_KINDS).map(provider)),
  line: fc.constantFrom(undefined, line('well'), line('slow')),
});
const anAccount: fc.Arbitrary<Account> = fc.record({
  sees: maybe(fc.constantFrom(...SYMPTOMS)),
  meaning: maybe(fc.constantFrom(...ERROR_MEANINGS)),
});
const isThere = (answer: Answer | null) => ['well', 'error', 'unexpected'].includes(answer ?? '');

/** Checks a property for random findings and accounts. */
function always(claim: (findings: Findings, account: Account, row: ReturnType<typeof diagnose>) => void): void {
  fc.assert(
    fc.property(anyFindings, anAccount, (findings, account) => {
      claim(findings, account, diagnose(findings, account));
    }),
    { numRuns: 2_000 },
  );
}

describe('diagnose for any findings', () => {
  it('returns exactly one deterministic diagnosis with at least one piece of advice and no duplicates', () => {
    always((findings, account, row) => {
      expect(DIAGNOSIS_NAMES).toContain(row.name);
      expect(row.advice.length).toBeGreaterThan(0);
      expect(new Set(row.advice).size).toBe(row.advice.length);
      expect(diagnose(findings, account)).toBe(row);
    });
  });

  it('blames the provider only if the status page reports an issue', () => {
    always(({ provider: told }, _, { cause }) => {
      if (cause === 'them') expect(['trouble', 'models']).toContain(told?.kind);
    });
  });

  it('is never certain because of the user’s account or a single failed message', () => {
    always((findings, account, row) => {
      const silent = diagnose(findings, SAYS_NOTHING);
      if (row !== silent) expect(row.confidence).not.toBe('known');
      if (findings.sends?.kind === 'once') {
        const without = diagnose({ ...findings, sends: sends('none') }, account);
        expect(without).toBe(row);
      }
    });
  });

  it('blames the connection only if nothing answers, or all pages answer slowly', () => {
    always(({ page, others, site, browser, line: measured }, _, { cause, name }) => {
      if (name === 'line_slow') expect(measured?.kind).toBe('slow');
      if (cause !== 'connection' || name === 'line_slow') return;
      expect([page, others, site].some(isThere)).toBe(false);
      expect(browser === 'offline' || others === 'none').toBe(true);
    });
  });

  it('requires something that answers for "maybe them" and "something between"', () => {
    always(({ page, others, site }, _, { cause }) => {
      if (cause === 'maybe_them' || cause === 'between') expect([page, others, site].some(isThere)).toBe(true);
    });
  });

  it('says "nothing" only if the page was read and is operational, and claims no confidence', () => {
    always(({ page, provider: told }, _, { cause, confidence }) => {
      if (cause !== 'nothing') return;
      expect(confidence).toBe('none');
      expect(page).toBe('well');
      expect(['well', 'parts']).toContain(told?.kind);
    });
  });

  it('stays unclear when nothing is known', () => {
    const blank = { browser: 'online', page: 'not_known', others: 'not_known', site: 'not_known' } as const;
    const nothing = { ...blank, sends: sends('none'), provider: provider('unknown') };
    fc.assert(fc.property(anAccount, (account) => diagnose(nothing, account).cause === 'unclear'));
  });
});
