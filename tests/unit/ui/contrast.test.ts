import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastRatio, type Rgb } from '@/tests/fakes/contrast-ratio';

const read = (name: string) => readFileSync(new URL(`../../../components/${name}`, import.meta.url), 'utf8');
const TOKENS = read('tokens.css');
const BANNER = read('banner/card.css') + read('banner/banner.css');
const PAIR = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/;

/** Both colors of a custom property, light first. */
function pairOf(name: string): [string, string] {
  const [, light, dark] = new RegExp(`--${name}: ${PAIR.source}`).exec(TOKENS) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`tokens.css has no pair for --${name}`);
  return [light, dark];
}

function contrast(one: string, other: string): number {
  const rgb = (hex: string): Rgb => {
    const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
    return [channel(1), channel(3), channel(5)];
  };
  return contrastRatio(rgb(one), rgb(other));
}

const SIGNS = ['up', 'maintenance', 'unknown', 'suspected', 'degraded', 'partial-outage', 'major-outage'].map(
  (s) => `sign-${s}`,
);
const CASES: [front: string, back: string, least: number][] = [
  ...['text', 'muted', 'accent', 'accent-strong'].flatMap((name): [string, string, number][] => [
    [name, 'ground', 4.5],
    [name, 'raised', 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['edge', 'ground', 3],
  ['ground', 'ink-hover', 4.5],
  ['bar-degraded', 'ground', 3],
  ...SIGNS.map((name): [string, string, number] => [name, 'ground', 3]),
];

describe('contrast in both themes', () => {
  test.each(CASES)('of %s on %s is at least %d:1', (front, back, least) => {
    const [fronts, backs] = [pairOf(front), pairOf(back)];
    expect(contrast(fronts[0], backs[0])).toBeGreaterThanOrEqual(least);
    expect(contrast(fronts[1], backs[1])).toBeGreaterThanOrEqual(least);
  });
});

test('degraded and partial outage differ in luminance in strips, where color alone tells them apart', () => {
  const [degraded, partial] = [pairOf('bar-degraded'), pairOf('sign-partial-outage')];
  expect(contrast(degraded[0], partial[0])).toBeGreaterThanOrEqual(1.4);
  expect(contrast(degraded[1], partial[1])).toBeGreaterThanOrEqual(1.4);
});

test('the banner uses only the color pairs of tokens.css', () => {
  const allowed: string[] = TOKENS.match(new RegExp(PAIR, 'g')) ?? [];
  const used = BANNER.match(new RegExp(PAIR, 'g')) ?? [];
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((pair) => !allowed.includes(pair))).toEqual([]);
});
