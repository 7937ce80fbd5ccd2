import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askerOf } from '@/scripts/new-assistant/ask';
import { EDITS } from '@/scripts/new-assistant/edit-lists';
import { findFacts } from '@/scripts/new-assistant/find-facts';
import { parseFlags, USAGE } from '@/scripts/new-assistant/parse-flags';
import { type Source, standIn } from '@/scripts/new-assistant/sources';
import { fetchFrom } from '@/scripts/read/fetch-place';
import { UsageError } from '@/scripts/read/parse-arguments';
import { readText } from '@/tests/contract/source-files';
import type { Loopback } from '@/tests/loopback/loopback';
import { unregisteredPage } from '@/tests/loopback/pages/unregistered-page';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';

const PAGE = `https://${unregisteredPage.host}`;
const SOMEBODY = { name: 'Somebody', provider: 'Some Labs', chat: 'https://chat.somebody.example/new', page: PAGE };
const [chat, api] = unregisteredPage.components.map(({ id, name }) => ({ id, name }));

let loopback: Loopback;
let folder: string;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy });
  folder = mkdtempSync(path.join(tmpdir(), 'new-assistant-'));
});
beforeEach(() => loopback.load(healthy));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await loopback.close();
});

const find = (source: Source, flags: Record<string, string>) =>
  findFacts(source, askerOf(new Map(Object.entries(flags))), () => undefined, '2026-11-22');

/** What a browser would save. */
async function save(name: string, url: string): Promise<string> {
  const fetched = await fetchFrom(loopback.port)(url, null);
  return keep(name, fetched.ok ? fetched.body : '');
}

function keep(name: string, body: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, body);
  return file;
}

describe('saved documents for a new assistant', () => {
  it('provide the same facts as the page', async () => {
    const summary = await save('summary.json', `${PAGE}/api/v2/summary.json`);
    const { source } = await parseFlags(['--platform', 'statuspage', `summary=${summary}`]);
    const facts = await find(source, { ...SOMEBODY, core: 'Lumen Chat', features: '2' });
    expect(facts).toMatchObject({
      source: 'files',
      page: {
        kind: 'read',
        platform: 'statuspage',
        origin: PAGE,
        pageId: unregisteredPage.id,
        core: [chat],
        features: [api],
      },
    });
  });

  it('may be several, also for a page below a path', async () => {
    const home = 'https://status.openai.com/api/v2';
    const [summary, components] = [
      await save('a.json', `${home}/summary.json`),
      await save('b.json', `${home}/components.json`),
    ];
    const several = ['--platform', 'incidentio', `summary=${summary}`, `components=${components}`];
    const page = 'https://status.openai.com/some/page';
    const { page: found } = await find((await parseFlags(several)).source, { ...SOMEBODY, page, core: '1' });
    expect(found).toMatchObject({ kind: 'read', platform: 'incidentio', origin: 'https://status.openai.com' });
    const incidents = await save('c.json', 'https://www.google.com/appsstatus/dashboard/incidents.json');
    const { source } = await parseFlags(['--platform', 'google', `incidents=${incidents}`]);
    const below = await find(source, { ...SOMEBODY, page: 'https://www.google.com/appsstatus/dashboard/' });
    expect(below.page).toMatchObject({ address: 'https://www.google.com/appsstatus/dashboard' });
  });

  it('are rejected if they are not recognized', async () => {
    const file = keep('page.html', '<!doctype html><title>Status</title>');
    const { source } = await parseFlags(['--platform', 'statuspage', `summary=${file}`]);
    await expect(find(source, SOMEBODY)).rejects.toThrow(/not recognized[\s\S]+Nothing was written/);
  });

  it.each([
    [['summary=x']],
    [['--platform', 'klingon', 'summary=x']],
    [['--platform', 'statuspage']],
    [['--platform', 'statuspage', 'menu=x']],
    [['--platform', 'statuspage', 'summary=nowhere.json']],
    [['--platform', 'incidentio', 'summary=package.json']],
    [['--platform', 'statuspage', 'summary=package.json', '--stand-in', '1']],
    [['--stand-in', 'here']],
    [['Lumen']],
  ])('with the arguments %j are a usage error', async (args) => {
    await expect(parseFlags(args)).rejects.toBeInstanceOf(UsageError);
  });

  it('are listed in the usage text with their paths', () => {
    expect(USAGE).toContain('summary (/api/v2/summary.json)');
    expect(USAGE, 'whose documents do not say whose they are').not.toContain('flashduty');
  });
});

describe('a new assistant’s page that does not answer', () => {
  it('is reported as unreachable, not as unrecognized', async () => {
    loopback.override(unregisteredPage.host, { kind: 'dropped' });
    const found = find(standIn(loopback.port), SOMEBODY);
    await expect(found).rejects.toThrow(/no answer for status\.lumen\.example \(unreachable\)\.\n/);
    await expect(found).rejects.toThrow(/HTTPS[\s\S]+Nothing was written/);
  });

  it('may be served by a stand-in without HTTPS, which is reported', async () => {
    const plain = createServer((_, response) => response.end('{}'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    await expect(find(standIn(port), SOMEBODY)).rejects.toThrow('It speaks plain HTTP.');
    plain.close();
  });

  it('makes the command exit with 1 and write nothing', async () => {
    const lists = () => EDITS.map(([file]) => readText(file));
    const before = lists();
    const flags = { ...SOMEBODY, chat: 'https://127.0.0.1/', page: 'https://127.0.0.1:1', core: '1' };
    const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
    const command = ['--no-install', 'tsx', 'scripts/new-assistant.ts', ...args];
    const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) => {
      execFile('npx', command, (error, _, stderr) => resolve({ code: error?.code, err: stderr }));
    });
    expect(code).toBe(1);
    expect(err).toMatch(/could not be reached \(unreachable\)[\s\S]+--stand-in[\s\S]+Nothing was written/);
    expect(lists()).toEqual(before);
  });
});
