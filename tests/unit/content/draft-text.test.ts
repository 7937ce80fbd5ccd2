import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLost, paragraphsHtml } from '@/utils/content/draft/fill-draft';
import { isSameDraft, plainDraft } from '@/utils/content/draft/read-draft';

describe('isSameDraft', () => {
  it.each([
    ['ignores line breaks of another system', 'a\r\nb\rc', 'a\nb\nc', true],
    ['ignores no-break spaces', 'a\u00a0 b', 'a  b', true],
    ['ignores line breaks at the end', 'a\n\n', 'a', true],
    ['ignores marks that hold a caret', 'a\ufeff\u200b\nb', 'a\nb', true],
    ['distinguishes a blank line', 'a\n\nb', 'a\nb', false],
    ['distinguishes a space', 'a b', 'ab', false],
    ['distinguishes a space at the end', 'a ', 'a', false],
    ['distinguishes a tab', 'a\tb', 'a b', false],
    ['distinguishes a joiner', '👩‍💻', '👩💻', false],
    ['distinguishes order', 'a\nb', 'b\na', false],
  ])('%s', (_what, one, other, isSame) => {
    expect(isSameDraft(one, other)).toBe(isSame);
    expect(isSameDraft(other, one)).toBe(isSame);
  });
});

it('plainDraft changes nothing in a text that it has returned', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainDraft(plainDraft(text)) === plainDraft(text)));
});

describe('countLost', () => {
  it.each([
    ['nothing lost', 'a\n\nb', 'a\n\nb\n', { characters: 0, lines: 0, blankLines: 0 }],
    ['lost blank lines', 'a\n\nb\n\n\nc', 'a\nb\nc', { characters: 0, lines: 3, blankLines: 3 }],
    ['added words', 'a', 'a\nfrom my phone', { characters: -13, lines: -1, blankLines: 0 }],
    ['a lost end', 'abcdef', 'abc', { characters: 3, lines: 0, blankLines: 0 }],
  ])('counts %s', (_what, draft, held, lost) => {
    expect(countLost(draft, held)).toEqual(lost);
  });
});

describe('paragraphsHtml', () => {
  it('has a paragraph for each line, including blank ones', () => {
    expect(paragraphsHtml('a\n\n  b')).toBe('<p data-pm-slice="1 1 []">a</p><p></p><p>  b</p>');
  });

  it('escapes markup', () => {
    expect(paragraphsHtml('<img src=x onerror="y"> &amp; $&')).toBe(
      '<p data-pm-slice="1 1 []">&lt;img src=x onerror=&quot;y&quot;&gt; &amp;amp; $&amp;</p>',
    );
  });

  it('contains no tags from the text', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)?.length;
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tags(paragraphsHtml(text))).toBe(2 * text.split('\n').length);
      }),
    );
  });
});
