import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const SOURCES = ['package.json', 'tsconfig.json', 'wxt.config.ts', 'entrypoints', 'public', 'utils'];

test('the build configuration loads in a clean clone, where the alias "@" does not exist yet', () => {
  const clone = mkdtempSync(path.join(tmpdir(), 'understudy-clone-'));
  onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
  for (const source of SOURCES) cpSync(source, path.join(clone, source), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'));
  const { status, stderr } = spawnSync('npx', ['--no-install', 'wxt', 'prepare'], { cwd: clone, encoding: 'utf8' });
  expect(stderr).not.toContain('Cannot find module');
  expect(status).toBe(0);
  expect(existsSync(path.join(clone, '.wxt/tsconfig.json'))).toBe(true);
});
