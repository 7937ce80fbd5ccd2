import { expect, it } from 'vitest';
import { decodeBody } from '@/utils/browser/response';

const JSON_TEXT = '{"name":"Größe 😀"}';
const bytes = (...buffers: Buffer[]): ArrayBuffer => new Uint8Array(Buffer.concat(buffers)).buffer;
const narrow = Buffer.from(JSON_TEXT);
const wide = Buffer.from(JSON_TEXT, 'utf16le');
const swapped = Buffer.from(wide).swap16();
const latin = Buffer.from('{"name":"Größe"}', 'latin1');

it.each<[string, ArrayBuffer, string | null, string]>([
  ['UTF-8', bytes(narrow), 'application/json', JSON_TEXT],
  ['UTF-8 without a type', bytes(narrow), null, JSON_TEXT],
  ['UTF-8 with a byte order mark', bytes(Buffer.from([0xef, 0xbb, 0xbf]), narrow), null, JSON_TEXT],
  ['UTF-8 declared as another charset', bytes(narrow), 'application/json; charset=ISO-8859-1', JSON_TEXT],
  [
    'UTF-16 with a byte order mark',
    bytes(Buffer.from([0xff, 0xfe]), wide),
    'application/json; charset=utf-8',
    JSON_TEXT,
  ],
  ['big-endian UTF-16 with a byte order mark', bytes(Buffer.from([0xfe, 0xff]), swapped), null, JSON_TEXT],
  ['declared UTF-16', bytes(wide), 'application/json; charset="UTF-16LE"', JSON_TEXT],
  ['declared Latin-1', bytes(latin), 'text/json; Charset=iso-8859-1', '{"name":"Größe"}'],
  ['undeclared Latin-1 with replacement characters', bytes(latin), 'application/json', '{"name":"Gr\uFFFD\uFFFDe"}'],
  [
    'an unknown charset with replacement characters',
    bytes(latin),
    'a/b; charset=klingon',
    '{"name":"Gr\uFFFD\uFFFDe"}',
  ],
  ['an empty body', bytes(), 'application/json', ''],
])('decodeBody decodes %s', (_, body, contentType, text) => {
  expect(decodeBody(body, contentType)).toBe(text);
});
