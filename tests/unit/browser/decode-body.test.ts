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
  ['UTF-8 with its mark', bytes(Buffer.from([0xef, 0xbb, 0xbf]), narrow), null, JSON_TEXT],
  ['UTF-8 that is named otherwise', bytes(narrow), 'application/json; charset=ISO-8859-1', JSON_TEXT],
  ['UTF-16 with its mark', bytes(Buffer.from([0xff, 0xfe]), wide), 'application/json; charset=utf-8', JSON_TEXT],
  ['UTF-16, the other way round, with its mark', bytes(Buffer.from([0xfe, 0xff]), swapped), null, JSON_TEXT],
  ['UTF-16 that is named', bytes(wide), 'application/json; charset="UTF-16LE"', JSON_TEXT],
  ['Latin-1 that is named', bytes(latin), 'text/json; Charset=iso-8859-1', '{"name":"Größe"}'],
  ['Latin-1 that nobody names, as far as it goes', bytes(latin), 'application/json', '{"name":"Gr\uFFFD\uFFFDe"}'],
  [
    'a charset that nobody knows, as far as it goes',
    bytes(latin),
    'a/b; charset=klingon',
    '{"name":"Gr\uFFFD\uFFFDe"}',
  ],
  ['nothing', bytes(), 'application/json', ''],
])('reads %s', (_, body, contentType, text) => {
  expect(decodeBody(body, contentType)).toBe(text);
});
