import { expect, it } from 'vitest';
import { BAD_ADDRESSES, GOOD_ADDRESSES } from '@/tests/fixtures/addresses';
import { chatAddress, parseAddress, publicAddress } from '@/utils/model/address';

it.each(BAD_ADDRESSES)('parseAddress rejects %j as %s', (text, fault) => {
  expect(parseAddress(text)).toEqual({ kind: fault });
});

it.each(GOOD_ADDRESSES)('parseAddress normalizes %j to %s', (text, href) => {
  const parsed = parseAddress(text);
  expect(parsed.kind === 'good' && parsed.url.href).toBe(href);
});

it.each([
  ['https://chat.example.org/', true, true],
  ['https://chat.example.org:8443/', true, false],
  ['http://localhost:3000/', true, false],
  ['http://127.0.0.1:8080/chat', true, false],
  ['http://127.1:8080/chat', false, false],
  ['http://chat.example.org/', false, false],
  ['http://localhost.example.org/', false, false],
  ['javascript:alert(1)', false, false],
  ['file:///etc/hosts', false, false],
  ['localhost:3000', false, false],
  ['chat.example.org', false, false],
])('%j is accepted by chatAddress: %j, and by publicAddress: %j', (text, isChat, isPublic) => {
  expect([chatAddress(text) !== null, publicAddress(text) !== null]).toEqual([isChat, isPublic]);
});
