import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { SIZE_BUDGETS } from '@/tests/contract/budgets';
import { EXTENSION } from './fixtures';

for (const [file, bytes] of Object.entries(SIZE_BUDGETS)) {
  test(`${file} stays within its budget`, () => {
    expect(statSync(path.join(EXTENSION, file)).size).toBeLessThanOrEqual(bytes);
  });
}

test('no script of the bundle evaluates strings or loads remote code', () => {
  const scripts = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = readFileSync(path.join(EXTENSION, script), 'utf8');
    expect(text, script).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
    expect(text, script).not.toMatch(/import\(["'`]https?:/);
  }
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

test('the manifest keeps the default content security policy and exposes nothing to web pages', () => {
  const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
  expect(manifest.content_security_policy).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  // Our page named history must not override the browser's own history page.
  expect(manifest.chrome_url_overrides).toBeUndefined();
});
