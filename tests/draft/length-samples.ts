import type { FillOutcome } from '@/utils/content/draft/fill-draft';

const EXACT: FillOutcome = { kind: 'exact' };
const tooLong = (limit: number): FillOutcome => ({ kind: 'too_long', limit });

/** Fields with a limit, a text, and the outcome of filling it. */
export const LENGTHS: Readonly<Record<string, { html: string; text: string; outcome: FillOutcome }>> = {
  'text longer than the field accepts': {
    html: '<textarea maxlength="20">',
    text: 'x'.repeat(107),
    outcome: tooLong(20),
  },
  'one character too many': { html: '<textarea maxlength="20">', text: 'x'.repeat(21), outcome: tooLong(20) },
  'text of exactly the maximum length': { html: '<textarea maxlength="20">', text: 'x'.repeat(20), outcome: EXACT },
  'line breaks, which count once': { html: '<textarea maxlength="7">', text: 'abc\r\ndef', outcome: EXACT },
  'an emoji of two UTF-16 units that does not fit': {
    html: '<textarea maxlength="3">',
    text: 'ab🍕',
    outcome: tooLong(3),
  },
  'a maximum length of 0': { html: '<textarea maxlength="0">', text: 'a', outcome: tooLong(0) },
  'an invalid negative limit': { html: '<textarea maxlength="-1">', text: 'abc', outcome: EXACT },
};
