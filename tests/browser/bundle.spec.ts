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

test('the worker has none of the facts about assistants that only pages show, and nothing that asks for them', () => {
  const worker = readFileSync(path.join(EXTENSION, 'background.js'), 'utf8');
  expect(worker.includes('chatSites')).toBe(true);
  expect(worker.match(/\b(?:maker|colour|isFirstRank|verifiedOn)\b/g)).toBeNull();
});

for (const name of ['popup', 'sidepanel']) {
  test(`${name}.html fetches nothing but glance.js before what it says first`, () => {
    const html = readFileSync(path.join(EXTENSION, `${name}.html`), 'utf8');
    const fetched = [...html.matchAll(/<(?!link [^>]*disabled)[^>]+ (?:src|href)="([^"]+)"/g)].map(([, name]) => name);
    expect(fetched[0]).toBe('/glance.js');
    expect(fetched.length).toBeGreaterThan(1);
    expect(fetched.filter((name) => name?.endsWith('.css'))).toEqual([]);
  });
}

test('no script of the bundle makes code from text, or loads code from elsewhere', () => {
  const scripts = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = readFileSync(path.join(EXTENSION, script), 'utf8');
    expect(text, script).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
    expect(text, script).not.toMatch(/import\(["'`]https?:/);
  }
});

test('no script for chat pages uses extension storage', () => {
  for (const script of ['banner.js', 'carry.js', 'draft.js', 'keep.js']) {
    expect(readFileSync(path.join(EXTENSION, script), 'utf8'), script).not.toMatch(/\bstorage\b/);
  }
});

test('the manifest leaves the content security policy as it is, and opens nothing to web pages', () => {
  const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
  expect(manifest.content_security_policy).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  // A page of ours that is called history must not take the place of the browser's own.
  expect(manifest.chrome_url_overrides).toBeUndefined();
});
