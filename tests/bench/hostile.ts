import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChromium } from '@/tests/browser/open-chromium';
import { Understudy } from '@/tests/browser/understudy';
import { hostilePages } from '@/tests/fixtures/hostile-documents';
import type { PageBehavior } from '@/tests/loopback/behavior';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';

/** `npm run bench -- hostile`: measures hostile pages in Node and in a real Chromium, and updates docs/reliability.md. */
const MOST = 200_000;
const DOCUMENT = 'docs/reliability.md';
const BEHAVIORS: readonly [string, PageBehavior][] = [
  ['a healthy page', { kind: 'well' }],
  ['a page of 100 MB', { kind: 'huge', bytes: 100_000_000 }],
  ['an endless page', { kind: 'endless' }],
  ['a compressed bomb of 1.2 GB', { kind: 'bomb', bytes: 1_200_000_000 }],
  ['a page that sends one byte a second', { kind: 'trickle' }],
  ['a page that stops in the middle', { kind: 'stalled' }],
  ['endless headers', { kind: 'endless-headers' }],
  ['a redirect loop', { kind: 'redirect-loop' }],
];

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

interface Cost {
  name: string;
  ms: number;
  /** Above the value before. */
  bytes: number;
  stored: number;
}

/** Each runs in its own process, whose peak memory is its own. */
function measureReadings(): Cost[] {
  return hostilePages(MOST).map(({ name }, index) => {
    const { stdout, stderr } = spawnSync(
      'npx',
      ['--no-install', 'tsx', 'tests/bench/hostile/one-reading.ts', String(index), String(MOST)],
      { encoding: 'utf8' },
    );
    if (stdout === '') throw new Error(stderr);
    return { name, ...JSON.parse(stdout) };
  });
}

/** Memory of all processes of a browser, bytes. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(status.match(/^PPid:\s+(\d+)/m)?.[1]));
      sizes.set(Number(name), 1_024 * Number(status.match(/^RssAnon:\s+(\d+)/m)?.[1] ?? 0));
    } catch {
      // The process has ended.
    }
  }
  const isOurs = (one: number | undefined): boolean =>
    one === pid || (one !== undefined && one > 1 && isOurs(parents.get(one)));
  return [...sizes].reduce((sum, [one, size]) => sum + (isOurs(one) ? size : 0), 0);
}

/** One round with a page of this behavior, in a new browser. */
async function measureRound(name: string, behavior: PageBehavior): Promise<Cost> {
  const loopback = await startLoopback({ scenario: findScenario('healthy') });
  const profile = mkdtempSync(path.join(tmpdir(), 'understudy-bench-'));
  const opened = await openChromium({ extension: path.resolve('.output/chrome-mv3'), loopback, profile });
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
  const understudy = new Understudy(opened);
  await understudy.isReady();
  await understudy.tick();
  loopback.override('status.claude.com', behavior);
  const before = memoryOf(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 50);
  const startedAt = performance.now();
  await understudy.tick();
  const ms = performance.now() - startedAt;
  clearInterval(timer);
  const stored = JSON.stringify(await understudy.status()).length;
  await opened.close();
  await loopback.close();
  rmSync(profile, { recursive: true, force: true });
  return { name, ms, bytes: peak - before, stored };
}

const tableOf = (head: string, costs: readonly Cost[]) =>
  [
    `| ${head} | time | peak memory above the start | stored afterwards |`,
    '|---|---|---|---|',
    ...costs.map(
      ({ name, ms, bytes, stored }) =>
        `| ${name} | ${seconds(ms)} | ${megabytes(bytes)} | ${Math.round(stored / 1_000)} kB |`,
    ),
  ].join('\n');

const rounds: Cost[] = [];
for (const [name, behavior] of BEHAVIORS) rounds.push(await measureRound(name, behavior));
const tables = `${tableOf('a round in Chromium with two pages, one of which is', rounds)}\n\n${tableOf(`a reading in Node, ${MOST.toLocaleString('en')} of each endless item`, measureReadings())}\n`;
console.log(tables);
const [before = '', rest = ''] = readFileSync(DOCUMENT, 'utf8').split('<!-- figures -->\n');
const after = rest.split('<!-- end of figures -->').at(-1) ?? '';
writeFileSync(DOCUMENT, `${before}<!-- figures -->\n\n${tables}\n<!-- end of figures -->${after}`);
