import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import { assistantAt } from '@/utils/assistants/hosts';
import { PROMISES } from '@/utils/assistants/promises';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { UNKNOWN_REASONS } from '@/utils/model/failure';
import { LEVELS } from '@/utils/model/level';
import { INCIDENT_PHASES } from '@/utils/model/report';
import { SIGNS } from '@/utils/model/sign';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { ROOT, readText, sourceFiles } from './source-files';

describe('assistants', () => {
  it('are registered once each, for every id', () => {
    expect(ASSISTANTS.map(({ id }) => id).sort()).toEqual([...ASSISTANT_IDS].sort());
  });

  it.each(ASSISTANTS.map((assistant) => [assistant.name, assistant] as const))('%s holds together', (_, assistant) => {
    const { statusPages, chatSites } = assistant;
    expect(assistantOf(assistant.id)).toBe(assistant);
    for (const { platform, address, hosts, core, features, verifiedOn } of statusPages) {
      expect(new URL(address).protocol).toBe('https:');
      expect(address).not.toMatch(/\/$/);
      expect(hosts).toContain(new URL(address).host);
      expect(ADAPTERS[platform].requests(address).length).toBeGreaterThan(0);
      const partIds = [...core, ...features].map((part) => part.id);
      expect(new Set(partIds).size).toBe(partIds.length);
      expect(verifiedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    // The address says which of them a reading came from.
    expect(new Set(statusPages.map(({ address }) => address)).size).toBe(statusPages.length);
    for (const site of chatSites) {
      expect(new URL(site.url).host).toBe(site.host);
      expect(assistantAt(site.url)?.id).toBe(assistant.id);
    }
  });

  const paths = ASSISTANTS.flatMap(({ name, sendPaths, signInPaths }) =>
    [...sendPaths, ...signInPaths].map((path) => [`${name}: ${path.pattern}`, path] as const),
  );

  it.each(paths)('%s is as it should be', (_, { pattern, glob }) => {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(glob).toMatch(/^\//);
  });

  it.each(paths)('%s is a fact with a source, a date and a doubt', (name, { host, pattern }) => {
    const path = `${host} \`${pattern.replaceAll('|', '\\|')}\``;
    const row = readText('docs/evidence.md')
      .split('\n')
      .find((line) => line.includes(path));
    expect(row, name).toBeDefined();
    const [source = '', seenOn, doubt] = (row?.split(`${path} | `)[1] ?? '').split(' | ');
    expect(source.length, name).toBeGreaterThan(10);
    expect(seenOn, name).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(doubt, name).toMatch(/^(?:[A-Z].*\.|none known) \|$/);
  });

  it.each(Object.entries(PROMISES))('what the makers of %s promise has a date and a link', (_, promise) => {
    expect(promise.seenOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(new URL(promise.url).protocol).toBe('https:');
    expect(promise.percent).toBeGreaterThan(90);
    expect(promise.percent).toBeLessThan(100);
  });

  it('each have a row in the README with their site and their source', () => {
    const readme = readText('README.md');
    for (const { name, chatSites, statusPages } of ASSISTANTS) {
      const row = readme.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
      expect(row, `README row of ${name}`).toContain(chatSites[0].host);
      for (const { address } of statusPages) expect(row, `README row of ${name}`).toContain(new URL(address).host);
    }
  });
});

describe('words', () => {
  const keys = Object.keys(messages);

  it.each([
    ...UNKNOWN_REASONS.map((reason) => `reason_${reason}`),
    ...LEVELS.flatMap((level) => [`level_${level}`, `headline_${level}`]),
    ...INCIDENT_PHASES.map((phase) => `phase_${phase}`),
  ])('there is a text for %s', (key) => {
    expect(keys).toContain(key);
  });

  it('no text is left that nobody says', () => {
    const code = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')]
      .map((file) => file.text)
      .join('\n');
    const manifest = readText('wxt.config.ts');
    const isMade = (key: string) => /^(level|headline|reason|phase|carry|put_back|notice_back)_/.test(key);
    const unused = keys.filter((key) => !isMade(key) && !code.includes(`'${key}'`) && !manifest.includes(key));
    expect(unused).toEqual([]);
  });

  it('texts use their places in a row, from $1', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const places = [...new Set([...message.matchAll(/\$(\d)/g)].map((match) => Number(match[1])))].sort();
      expect(places, key).toEqual(places.map((_, index) => index + 1));
    }
  });
});

it.each(SIGNS)('the toolbar has an icon for %s in both sizes', (sign) => {
  for (const size of [16, 32]) {
    expect(existsSync(path.join(ROOT, `public/icons/toolbar-${sign}-${size}.png`))).toBe(true);
  }
});

describe('the threat model', () => {
  const named = [...readText('docs/threat-model.md').matchAll(/`((?:tests\/)?[\w/-]+\.(?:spec|test)\.ts)`/g)].map(
    ([, file = '']) => file,
  );

  it.each([...new Set(named)])('names %s, which is there', (file) => {
    const places = ['', 'tests/browser/', 'tests/unit/platforms/'].map((folder) => path.join(ROOT, folder, file));
    expect(places.some((place) => existsSync(place))).toBe(true);
  });
});
