import { describe, expect, it } from 'vitest';
import { isExpectedPage } from '@/utils/platforms/util';

const expected = { pageId: 'ours', origin: 'https://status.example.com' };
const unknown = { ...expected, pageId: null };
const saying = (...ids: (string | null | undefined)[]) => ({ mentions: ids.map((id) => [id]) });

describe('isExpectedPage with a known page id', () => {
  it.each([
    ['accepts documents when every mention names the expected page', [saying('ours', 'ours'), saying('ours')], true],
    ['accepts documents when only one of two documents mentions a page', [saying('ours'), saying(null)], true],
    [
      'accepts documents when one of the names of a mention is expected',
      [{ mentions: [['Example', 'ours', null]] }],
      true,
    ],
    ['rejects documents when no document mentions a page', [saying(), saying(null, undefined, '')], false],
    ['rejects documents when another page is mentioned', [saying('theirs')], false],
    ['rejects documents when one mention is of another page', [saying('ours', 'theirs')], false],
    ['rejects documents when one document is of another page', [saying('ours'), saying('theirs')], false],
    [
      'rejects documents when a document that should mention its page does not',
      [saying('ours'), { ...saying(), isSilent: true }],
      false,
    ],
  ])('%s', (_, documents, isBelieved) => {
    expect(isExpectedPage(documents, expected)).toBe(isBelieved);
  });
});

describe('isExpectedPage without a known page id', () => {
  it.each([
    ['accepts documents when nothing is mentioned', [saying()], true],
    ['accepts documents when the documents agree', [saying('any', 'any'), saying('any')], true],
    [
      'accepts documents when the documents agree in one of their names',
      [{ mentions: [['any', 'Any']] }, saying('any')],
      true,
    ],
    [
      'accepts documents when the second agrees with the first in one of its names',
      [saying('any'), { mentions: [['Any', 'any']] }],
      true,
    ],
    ['rejects documents when two mentions of one document differ', [saying('any', 'other')], false],
    ['rejects documents when two documents differ', [saying('any'), saying('other')], false],
    [
      'accepts documents when the address is on the known host',
      [{ ...saying('any'), url: 'https://status.example.com/x' }],
      true,
    ],
    [
      'rejects documents when the address is on another host',
      [{ ...saying('any'), url: 'https://elsewhere.example' }],
      false,
    ],
    ['accepts documents when the address is not a URL', [{ ...saying('any'), url: 'status page' }], true],
  ])('%s', (_, documents, isBelieved) => {
    expect(isExpectedPage(documents, unknown)).toBe(isBelieved);
  });

  it('accepts an address on another recorded host', () => {
    const documents = [{ ...saying('any'), url: 'https://moved.example' }];
    expect(isExpectedPage(documents, { ...unknown, hosts: ['moved.example'] })).toBe(true);
  });
});
