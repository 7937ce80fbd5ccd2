import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import { BAD_ADDRESSES, GOOD_ADDRESSES } from '@/tests/fixtures/addresses';

const FILE = 'utils/model/address.ts';

/** An expression that runs `parseAddress` on all samples in a page, against the browser's own `URL`. */
export async function addressProbe(): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(FILE, 'utf8'), FILE);
  const texts = [...BAD_ADDRESSES, ...GOOD_ADDRESSES].map(([text]) => text);
  const module = `data:text/javascript,${encodeURIComponent(code)}`;
  return `import(${JSON.stringify(module)}).then(({ parseAddress }) =>
    ${JSON.stringify(texts)}.map(parseAddress).map(({ kind, url }) => [kind, url?.href ?? null]))`;
}

/** The expected result in every browser. */
export const ADDRESS_ANSWERS = [
  ...BAD_ADDRESSES.map(([, fault]) => [fault, null]),
  ...GOOD_ADDRESSES.map(([, href]) => ['good', href]),
];
