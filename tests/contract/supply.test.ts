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

/** Whatever makes code of text, or takes code from elsewhere. Comments are kept in this build, so calls only. */
const FORBIDDEN = {
  'code made of text': /\beval\(|\bnew Function\(|\bFunction\(["'`]|\bset(?:Timeout|Interval)\(\s*["'`]/,
  'scripts from elsewhere': /importScripts\(|\bimport\(\s*["'`]https?:|from\s+["'`]https?:|\.src\s*=\s*["'`]https?:/,
  'workers and WebAssembly': /new (?:Shared)?Worker\(|WebAssembly\./,
} as const;

const filesOf = (browser: string, ending: string) =>
  readdirSync(path.join(folder, browser), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(path.join(folder, browser, name), 'utf8') }));

describe.each(['chrome', 'firefox'])('the bundle for %s', (browser) => {
  const manifest = () => JSON.parse(readFileSync(path.join(folder, browser, 'manifest.json'), 'utf8'));

  it('leaves the browser’s own content security policy as it is, and opens nothing to web pages', () => {
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

  it.each(Object.entries(FORBIDDEN))('has no %s', (_, pattern) => {
    const scripts = filesOf(browser, '.js');
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('has pages that load nothing but its own files, and run nothing that stands in them', () => {
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

it('the patterns know what they forbid', () => {
  const samples = [
    'eval("1")',
    'new Function("a")',
    'setTimeout("a", 1)',
    'import("https://a.example/x.js")',
    'new Worker(url)',
  ];
  for (const sample of samples) {
    expect(
      Object.values(FORBIDDEN).some((pattern) => pattern.test(sample)),
      sample,
    ).toBe(true);
  }
});
