import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLost, paragraphsHtml } from '@/utils/content/draft/fill-draft';
import { isSameDraft, plainDraft } from '@/utils/content/draft/read-draft';

describe('the same draft', () => {
  it.each([
    ['line breaks of another system', 'a\r\nb\rc', 'a\nb\nc', true],
    ['no-break spaces', 'a\u00a0 b', 'a  b', true],
    ['line breaks at the end', 'a\n\n', 'a', true],
    ['marks that hold a caret', 'a\ufeff\u200b\nb', 'a\nb', true],
    ['a blank line', 'a\n\nb', 'a\nb', false],
    ['a space', 'a b', 'ab', false],
    ['a space at the end', 'a ', 'a', false],
    ['a tab', 'a\tb', 'a b', false],
    ['a joiner', '👩‍💻', '👩💻', false],
    ['order', 'a\nb', 'b\na', false],
  ])('%s', (_what, one, other, isSame) => {
    expect(isSameDraft(one, other)).toBe(isSame);
    expect(isSameDraft(other, one)).toBe(isSame);
  });

  it('plain is plain already', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainDraft(plainDraft(text)) === plainDraft(text)));
  });
});

describe('what is lost', () => {
  it.each([
    ['nothing', 'a\n\nb', 'a\n\nb\n', { characters: 0, lines: 0, blankLines: 0 }],
    ['blank lines', 'a\n\nb\n\n\nc', 'a\nb\nc', { characters: 0, lines: 3, blankLines: 3 }],
    ['words that were added', 'a', 'a\nfrom my phone', { characters: -13, lines: -1, blankLines: 0 }],
    ['the end', 'abcdef', 'abc', { characters: 3, lines: 0, blankLines: 0 }],
  ])('%s', (_what, draft, held, lost) => {
    expect(countLost(draft, held)).toEqual(lost);
  });
});

describe('paragraphs for the clipboard', () => {
  it('each line is one, blank lines too', () => {
    expect(paragraphsHtml('a\n\n  b')).toBe('<p data-pm-slice="1 1 []">a</p><p></p><p>  b</p>');
  });

  it('text stays text', () => {
    expect(paragraphsHtml('<img src=x onerror="y"> &amp; $&')).toBe(
      '<p data-pm-slice="1 1 []">&lt;img src=x onerror=&quot;y&quot;&gt; &amp;amp; $&amp;</p>',
    );
  });

  it('no text adds a tag', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g)?.length;
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tags(paragraphsHtml(text))).toBe(2 * text.split('\n').length);
      }),
    );
  });
});
