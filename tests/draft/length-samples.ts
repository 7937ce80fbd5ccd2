/** Fields with a limit, a text, and the outcome of filling it. */
export const LENGTHS: Readonly<Record<string, { html: string; text: string; kind: 'exact' | 'too_long' }>> = {
  'more than a textarea takes': { html: '<textarea maxlength="20">', text: 'x'.repeat(107), kind: 'too_long' },
  'one character more than it takes': { html: '<textarea maxlength="20">', text: 'x'.repeat(21), kind: 'too_long' },
  'as much as it takes': { html: '<textarea maxlength="20">', text: 'x'.repeat(20), kind: 'exact' },
  'lines, whose breaks count once': { html: '<textarea maxlength="7">', text: 'abc\r\ndef', kind: 'exact' },
  'a sign of two units that does not fit': { html: '<textarea maxlength="3">', text: 'ab🍕', kind: 'too_long' },
  'anything where nothing may be written': { html: '<textarea maxlength="0">', text: 'a', kind: 'too_long' },
  'anything where the limit makes no sense': { html: '<textarea maxlength="-1">', text: 'abc', kind: 'exact' },
};
