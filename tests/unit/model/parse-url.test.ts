import { expect, it } from 'vitest';
import { parseUrl } from '@/utils/model/address';

it('parseUrl parses an international domain after thousands of other addresses', () => {
  for (let i = 0; i < 20_000; i += 1) parseUrl('https://example.org');
  expect(parseUrl('https://bücher.example')?.hostname).toBe('xn--bcher-kva.example');
});

it('parseUrl returns null for an invalid address', () => {
  expect(parseUrl('not an address')).toBeNull();
});
