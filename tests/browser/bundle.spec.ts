import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { builtSizes } from '@/tests/bench/built-sizes';
import { expectNoRemoteCode, expectNothingExposed, expectOwnFilesOnly } from './bundle-checks';
import { EXTENSION } from './fixtures';

test('the scripts for chat sites and the files before the first paint of the popup stay within their budgets', () => {
  const limited = builtSizes(EXTENSION).filter(({ budget }) => budget !== null);
  expect(limited.map(({ name }) => name)).toContain('popup.html with its scripts and styles');
  expect(limited.filter(({ bytes, budget }) => bytes > (budget ?? 0))).toEqual([]);
});

test('no script of the bundle evaluates strings or loads remote code', () => {
  expectNoRemoteCode(EXTENSION);
});

test('the pages of the bundle load only its own files and contain no inline scripts', () => {
  expectOwnFilesOnly(EXTENSION);
});

test('the manifest keeps the default content security policy and exposes nothing to web pages', () => {
  expectNothingExposed(EXTENSION);
});

test('no content script uses extension storage', () => {
  for (const script of [
    'banner.js',
    'draft-transfer.js',
    'draft.js',
    'autosave.js',
    'conversation.js',
    'request-timing.js',
  ]) {
    expect(readFileSync(path.join(EXTENSION, script), 'utf8'), script).not.toMatch(/\bstorage\b/);
  }
});
