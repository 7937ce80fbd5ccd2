import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import { BAD_ADDRESSES, GOOD_ADDRESSES } from '@/tests/fixtures/addresses';

const FILE = 'utils/model/address.ts';

/** An expression that parses all sample addresses in a page, where the browser's own `URL` decides. */
export async function addressProbe(): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(FILE, 'utf8'), FILE);
  const texts = [...BAD_ADDRESSES, ...GOOD_ADDRESSES].map(([text]) => text);
  const module = `data:text/javascript,${encodeURIComponent(code)}`;
  return `import(${JSON.stringify(module)}).then(({ parseAddress }) =>
    ${JSON.stringify(texts)}.map(parseAddress).map(({ kind, url }) => [kind, url?.href ?? null]))`;
}

/** What every browser must answer to it. */
export const ADDRESS_ANSWERS = [
  ...BAD_ADDRESSES.map(([, fault]) => [fault, null]),
  ...GOOD_ADDRESSES.map(([, href]) => ['good', href]),
];
