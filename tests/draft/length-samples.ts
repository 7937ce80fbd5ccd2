/** Fields with a limit, a text, and the outcome of filling it. */
export const LENGTHS: Readonly<Record<string, { html: string; text: string; kind: 'exact' | 'too_long' }>> = {
  'text longer than the field accepts': { html: '<textarea maxlength="20">', text: 'x'.repeat(107), kind: 'too_long' },
  'one character too many': { html: '<textarea maxlength="20">', text: 'x'.repeat(21), kind: 'too_long' },
  'text of exactly the maximum length': { html: '<textarea maxlength="20">', text: 'x'.repeat(20), kind: 'exact' },
  'line breaks, which count once': { html: '<textarea maxlength="7">', text: 'abc\r\ndef', kind: 'exact' },
  'an emoji of two UTF-16 units that does not fit': {
    html: '<textarea maxlength="3">',
    text: 'ab🍕',
    kind: 'too_long',
  },
  'a maximum length of 0': { html: '<textarea maxlength="0">', text: 'a', kind: 'too_long' },
  'an invalid negative limit': { html: '<textarea maxlength="-1">', text: 'abc', kind: 'exact' },
};
