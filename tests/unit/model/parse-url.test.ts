import { expect, it } from 'vitest';
import { parseUrl } from '@/utils/model/address';

it('parses an international domain also after thousands of other addresses', () => {
  for (let i = 0; i < 20_000; i += 1) parseUrl('https://example.org');
  expect(parseUrl('https://bücher.example')?.hostname).toBe('xn--bcher-kva.example');
});

it('returns null for a text that is no address', () => {
  expect(parseUrl('not an address')).toBeNull();
});
