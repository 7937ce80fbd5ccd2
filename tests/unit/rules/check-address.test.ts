import { expect, it } from 'vitest';
import { type AddressCheck, checkAddress } from '@/utils/rules/settings/own-pages';

const TAKEN = ['https://claude.ai/new', 'http://localhost:3000/'];

it.each<[string, AddressCheck]>([
  ['https://chat.example.org', { kind: 'good', url: 'https://chat.example.org/' }],
  ['  chat.example.org/c ', { kind: 'good', url: 'https://chat.example.org/c' }],
  ['localhost:8080', { kind: 'good', url: 'http://localhost:8080/' }],
  ['127.0.0.1:8080/chat', { kind: 'good', url: 'http://127.0.0.1:8080/chat' }],
  ['http://chat.example.org', { kind: 'not_https' }],
  ['http://192.168.1.20:3000', { kind: 'not_https' }],
  ['localhost:3000/other', { kind: 'already_there' }],
  ['claude.ai', { kind: 'already_there' }],
  ['', { kind: 'not_an_address' }],
  ['chat', { kind: 'not_an_address' }],
  ['what is this', { kind: 'not_an_address' }],
  ['javascript:alert(1)', { kind: 'not_an_address' }],
  ['file:///etc/hosts', { kind: 'not_an_address' }],
  ['https://me:secret@chat.example.org', { kind: 'has_credentials' }],
  ['*.example.org', { kind: 'has_wildcard' }],
  ['chat..example.org', { kind: 'has_empty_label' }],
])('checkAddress(%j) returns %j', (typed, checked) => {
  expect(checkAddress(typed, TAKEN)).toEqual(checked);
});

it('checkAddress does not blame the scheme of an address that is too long once it is encoded', () => {
  const typed = `https://chat.example.org/?q=${'语'.repeat(300)}`;
  expect(checkAddress(typed, TAKEN)).toEqual({ kind: 'not_an_address' });
});
