import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

/** Expects that a bundle keeps the browser's content security policy and shows nothing of its own to web pages. */
export function expectNothingExposed(bundle: string): void {
  const manifest = JSON.parse(readFileSync(path.join(bundle, 'manifest.json'), 'utf8'));
  expect(manifest.manifest_version).toBe(3);
  for (const key of [
    'content_security_policy',
    'web_accessible_resources',
    'externally_connectable',
    'sandbox',
    'content_scripts',
    // Our page named history must not override the browser's own history page.
    'chrome_url_overrides',
  ]) {
    expect(manifest, key).not.toHaveProperty(key);
  }
}

/** Expects that the pages of a bundle load only its own files and contain no inline scripts. */
export function expectOwnFilesOnly(bundle: string): void {
  const pages = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(3);
  for (const name of pages) {
    const text = readFileSync(path.join(bundle, name), 'utf8');
    const sources = [...text.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, source]) => source ?? '');
    expect(
      sources.filter((source) => /^(?:[a-z]+:|\/\/)/i.test(source)),
      name,
    ).toEqual([]);
    expect(text, name).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+="|javascript:/i);
  }
}

/** Expects that no script of a bundle evaluates strings or loads remote code. */
export function expectNoRemoteCode(bundle: string): void {
  const scripts = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = readFileSync(path.join(bundle, script), 'utf8');
    expect(text, script).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
    expect(text, script).not.toMatch(/import\(["'`]https?:/);
  }
}
