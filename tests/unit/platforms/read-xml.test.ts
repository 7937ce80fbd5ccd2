import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, readXml, textOf } from '@/utils/platforms/xml';

const textIn = (document: string) => {
  const root = readXml(document);
  return root === null ? null : textOf(root);
};

it('readXml parses elements, attributes, text, CDATA, entities and character references', () => {
  const root = readXml(`\uFEFF<?xml version="1.0"?>
    <!-- <a> -->
    <feed xml:lang='en' a="1 &lt; 2"><b:c/>&amp;&#65;&#x1F600;<![CDATA[<i> & </i>]]><!-- gone --></feed>
  `);
  if (root === null) throw new Error('not read');
  expect(root.name).toBe('feed');
  expect([...root.attributes]).toEqual([
    ['xml:lang', 'en'],
    ['a', '1 < 2'],
  ]);
  expect(childrenOf(root, 'b:c')).toHaveLength(1);
  expect(textOf(root)).toBe('&A😀<i> & </i>');
});

describe('readXml rejects', () => {
  it.each([
    ['an empty document', ''],
    ['plain text', 'hello'],
    ['HTML', '<!doctype html><html></html>'],
    ['a document type, which could define entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity that XML does not have', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['a bare ampersand in an attribute', '<a b="x & y"/>'],
    ['an invalid character reference', '<a>&#0;</a>'],
    ['a lone surrogate', '<a>&#xD800;</a>'],
    ['overlapping elements', '<a><b></a></b>'],
    ['an unclosed element', '<a><b></b>'],
    ['an extra end tag', '<a></a></a>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>x'],
    ['an attribute without quotes', '<a b=c/>'],
    ['a duplicate attribute', '<a b="1" b="2"/>'],
    ['unterminated CDATA', '<a><![CDATA[x</a>'],
    ['an unterminated comment', '<a><!-- x</a>'],
    ['a document that is too deep', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
    ['a document that is too large', `<a>${'x'.repeat(2_000_001)}</a>`],
  ])('%s', (_, document) => {
    expect(readXml(document)).toBeNull();
  });
});

it('readXml returns any escaped text unchanged', () => {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  fc.assert(fc.property(fc.string(), (text) => textIn(`<a>${escaped(text)}</a>`) === text));
});

it('readXml never throws', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<a ',
    'b="',
    '"',
    '/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&',
    '#x',
    ';',
    'x',
    '<?',
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => readXml(pieces.join('')) !== undefined));
});
