import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '@/utils/platforms/text';

describe('plainText with entities', () => {
  it.each([
    ['&#8211; &ndash; &#x2013;', '– – –'],
    ['we&rsquo;re, we&#39;re, we&#x27;re, we&apos;re', "we’re, we're, we're, we're"],
    ['sign in&hellip;', 'sign in…'],
    ['M&uuml;nchen &copy; &euro; &trade; &NotEqualTilde;', 'München © € ™ ≂̸'],
    ['a&nbsp;b', 'a b'],
    ['&#128640;', '🚀'],
    ['AT&T & co, ?a=1&copy=2', 'AT&T & co, ?a=1&copy=2'],
    ['&madeup;', '&madeup;'],
    ['&#xD83D;', '\uFFFD'],
    ['&amp;lt;b&amp;gt; is decoded once', '&lt;b&gt; is decoded once'],
    ['&lt;script&gt;alert(1)&lt;/script&gt; stays text', '<script>alert(1)</script> stays text'],
  ])('converts %j to %j', (source, text) => {
    expect(plainText(source)).toBe(text);
  });
});

describe('plainText with angle brackets', () => {
  it.each([
    ['if a<b and c>d', 'if a<b and c>d'],
    ['x <i and y> z', 'x <i and y> z'],
    ['latency < 5 s, p<0.05, 3<4>2', 'latency < 5 s, p<0.05, 3<4>2'],
    ['<https://example.com/x>', '<https://example.com/x>'],
    ['<you> and <your-name>', '<you> and <your-name>'],
    ['<b>bold</b> <a href="https://example.com?a>b" target=_blank>link</a><br/>next', 'bold link\nnext'],
    ['<P class=x>one</P><p>two</p>', 'one\ntwo'],
    ['<h2>Title</h2>text', 'Title\ntext'],
    ['<img src=x onerror="alert(1)">', ''],
  ])('converts %j to %j', (source, text) => {
    expect(plainText(source)).toBe(text);
  });
});

describe('plainText and plainLine with long texts', () => {
  const isWhole = (text: string) => text.isWellFormed();

  it('truncate between graphemes', () => {
    const family = '👨‍👩‍👧‍👦';
    const line = plainLine(family.repeat(40));
    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toBe(`${family.repeat(Math.floor(199 / family.length))}…`);
    expect(plainText('e\u0301'.repeat(5_000))).toMatch(/^(?:e\u0301)+…$/);
    expect(isWhole(plainText(`x${'🍕'.repeat(5_000)}`))).toBe(true);
  });

  it('drop the rest of a truncated entity or tag', () => {
    const pad = '<b>'.repeat(2_666);
    expect(plainText(`${pad}&rsquo;x`)).not.toContain('&');
    expect(plainText(`${pad}<a href="https://example.com">x`)).not.toContain('<');
  });

  it('truncate a text that is a single endless grapheme', () => {
    expect(plainText(`e${'\u0301'.repeat(50_000)}`).length).toBeLessThanOrEqual(4_000);
  });
});

it('plainText removes lone surrogates', () => {
  expect(plainText('a\uD83Db')).toBe('ab');
});
