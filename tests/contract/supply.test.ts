import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-supply-'));
const env = { ...process.env, NODE_ENV: '' };

beforeAll(() => {
  for (const browser of ['chrome', 'firefox']) {
    execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-plainly.ts', browser, folder, browser], {
      env,
      stdio: 'pipe',
    });
  }
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (browser: string, ending: string) =>
  readdirSync(path.join(folder, browser), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(path.join(folder, browser, name), 'utf8') }));

describe.each(['chrome', 'firefox'])('the bundle for %s', (browser) => {
  const manifest = () => JSON.parse(readFileSync(path.join(folder, browser, 'manifest.json'), 'utf8'));

  it('keeps the browser’s content security policy and exposes nothing to web pages', () => {
    const { content_security_policy, web_accessible_resources, externally_connectable, sandbox, content_scripts } =
      manifest();
    expect([content_security_policy, web_accessible_resources, externally_connectable]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([sandbox, content_scripts]).toEqual([undefined, undefined]);
    expect(manifest().manifest_version).toBe(3);
  });

  it('has pages that load only their own files and contain no inline scripts', () => {
    const pages = filesOf(browser, '.html');
    expect(pages.length).toBeGreaterThan(3);
    for (const { name, text } of pages) {
      const sources = [...text.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, source]) => source ?? '');
      expect(
        sources.filter((source) => /^(?:[a-z]+:|\/\/)/i.test(source)),
        name,
      ).toEqual([]);
      expect(text, name).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+="|javascript:/i);
    }
  });
});
