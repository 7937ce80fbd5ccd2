import { describe, expect, it } from 'vitest';
import { parseFiles } from '@/utils/browser/chat-content';
import { isAccepted } from '@/utils/content/draft/attachments';
import { MAX_FILE_BYTES, MAX_FILES } from '@/utils/model/drafts';

const FILE = { name: 'a.txt', type: 'text/plain', base64: 'YQ==' };
/** Base64 of this many zero bytes. */
const zeros = (bytes: number) => Buffer.alloc(bytes).toString('base64');

describe('parseFiles', () => {
  it('accepts files up to the limits', () => {
    const full = { files: [{ ...FILE, base64: zeros(MAX_FILE_BYTES) }], total: 1, isLimited: false };
    expect(parseFiles(full)).toEqual(full);
    const many = { files: Array.from({ length: MAX_FILES }, () => FILE), total: 30, isLimited: true };
    expect(parseFiles(many)).toEqual(many);
  });

  it.each([
    ['a missing answer', null],
    ['one byte too many', { files: [{ ...FILE, base64: zeros(MAX_FILE_BYTES + 1) }], total: 1, isLimited: false }],
    ['one file too many', { files: Array(MAX_FILES + 1).fill(FILE), total: 11, isLimited: false }],
    ['more files than there were', { files: [FILE], total: 0, isLimited: false }],
    ['content that is not base64', { files: [{ ...FILE, base64: '<b>' }], total: 1, isLimited: false }],
    ['a file without a name', { files: [{ ...FILE, name: '' }], total: 1, isLimited: false }],
  ])('refuses %s', (_, raw) => {
    expect(parseFiles(raw)).toBeNull();
  });
});

describe('isAccepted', () => {
  const PDF = { name: 'Report.PDF', type: 'application/pdf' };
  it.each([
    ['', true],
    [' , ', true],
    ['.pdf', true],
    ['image/*, .Pdf', true],
    ['application/*', true],
    ['application/pdf', true],
    ['image/*', false],
    ['.txt,.df', false],
    ['application/p', false],
  ])('judges a PDF by accept="%s"', (accept, is) => {
    expect(isAccepted(accept, PDF)).toBe(is);
  });
});
