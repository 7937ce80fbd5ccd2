import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { entriesOf } from '@/tests/fakes/entries-of';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN, bannerSiteAt } from '@/utils/assistants/lookups';
import { allPatterns } from '@/utils/assistants/patterns';
import { PROMISES } from '@/utils/assistants/promises';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { UNKNOWN_REASONS } from '@/utils/model/failure';
import { isTrouble, LEVELS } from '@/utils/model/level';
import { INCIDENT_PHASES } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { markOf } from '@/utils/ui/marks';
import { readText, sourceFiles } from './source-files';

describe('assistants', () => {
  it('are registered once for every id', () => {
    expect(ASSISTANTS.map(({ id }) => id).sort()).toEqual([...ASSISTANT_IDS].sort());
  });

  it.each(ASSISTANTS.map((assistant) => [assistant.name, assistant] as const))(
    '%s has consistent data',
    (_, assistant) => {
      const { statusPages, statusLink, chatSites, consoles, dependsOn, verifiedOn, modelNames } = assistant;
      expect(BUILT_IN.get(assistant.id)).toBe(assistant);
      for (const { platform, address, pageId, hosts, core, features } of statusPages) {
        expect(new URL(address).protocol).toBe('https:');
        expect(address).not.toMatch(/\/$/);
        expect(hosts).toContain(new URL(address).host);
        expect(ADAPTERS[platform].requests(address, pageId).length).toBeGreaterThan(0);
        const partIds = [...core, ...features].map((part) => part.id);
        expect(new Set(partIds).size).toBe(partIds.length);
      }
      expect(verifiedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      // A status link exists only where no page is readable; otherwise the page itself is linked.
      if (statusLink !== null) {
        expect(statusPages).toEqual([]);
        expect(new URL(statusLink).protocol).toBe('https:');
      }
      expect(() => new RegExp(modelNames ?? '')).not.toThrow();
      for (const { partIds, site } of consoles) {
        const features = statusPages.flatMap((page) => page.features.map(({ id }) => id));
        expect(features).toEqual(expect.arrayContaining([...partIds]));
        expect(new URL(site.url).host).toBe(site.host);
        const choice = { watched: [], parts: { [assistant.id]: [...partIds] }, ownPages: [] };
        expect(bannerSiteAt(site.url, choice)?.assistant.id).toBe(assistant.id);
        expect(BUILT_IN.onHostOf(site.url), 'a console is no chat').toBeNull();
      }
      for (const { assistantId, partIds } of dependsOn) {
        const pages = BUILT_IN.get(assistantId).statusPages;
        const known = pages.flatMap(({ core, features }) => [...core, ...features].map(({ id }) => id));
        expect(known).toEqual(expect.arrayContaining([...partIds]));
      }
      // The address identifies which candidate a reading came from.
      expect(new Set(statusPages.map(({ address }) => address)).size).toBe(statusPages.length);
      for (const site of chatSites) {
        expect(new URL(site.url).host).toBe(site.host);
        expect(BUILT_IN.onHostOf(site.url)?.id).toBe(assistant.id);
      }
    },
  );

  it('have unique names, sites, pages and avatars', () => {
    const hosts = ASSISTANTS.flatMap(({ chatSites, consoles }) => [...chatSites, ...consoles.map(({ site }) => site)]);
    for (const all of [
      ASSISTANTS.map(({ name }) => name),
      hosts.map(({ host }) => host),
      ASSISTANTS.flatMap(({ statusPages }) => statusPages.map(({ address }) => address)),
      ASSISTANTS.map((assistant) => JSON.stringify(markOf(assistant))),
    ]) {
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('are listed with the eight featured ones first', () => {
    const ranks = ASSISTANTS.map(({ isFeatured }) => isFeatured);
    expect(ranks).toEqual(ranks.toSorted((a, b) => Number(b) - Number(a)));
    expect(ranks.filter(Boolean)).toHaveLength(8);
  });

  it('request only hosts of the manifest, which lists them sorted', () => {
    const patterns = allPatterns();
    expect(patterns).toEqual([...new Set(patterns)].sort());
    const asked = ASSISTANTS.flatMap(({ statusPages, chatSites, consoles }) => [
      ...statusPages.flatMap(({ hosts }) => hosts),
      ...[...chatSites, ...consoles.map(({ site }) => site)].map(({ host }) => host),
    ]);
    expect(patterns).toEqual(expect.arrayContaining(asked.map((host) => `https://${host}/*`)));
  });

  const paths = ASSISTANTS.flatMap(({ name, sendPaths, signInPaths }) =>
    [...sendPaths, ...signInPaths].map((path) => [`${name}: ${path.pattern}`, path] as const),
  );

  it.each(paths)('%s has an anchored pattern and a glob that starts with a slash', (_, { pattern, glob }) => {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(glob).toMatch(/^\//);
  });

  it.each(entriesOf(PROMISES))(
    'the service promise of %s has a date, a link and a plausible percentage',
    (_, promise) => {
      expect(promise.seenOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(new URL(promise.url).protocol).toBe('https:');
      expect(promise.percent).toBeGreaterThan(90);
      expect(promise.percent).toBeLessThan(100);
    },
  );
});

describe('messages', () => {
  const keys = Object.keys(messages);

  it.each([
    ...UNKNOWN_REASONS.map((reason) => `reason_${reason}`),
    ...LEVELS.map((level) => `level_${level}`),
    ...LEVELS.flatMap((level) =>
      isTrouble(level)
        ? ['since', 'since_at_least', 'from', 'from_at_least'].map((form) => `headline_${level}_${form}`)
        : [`headline_${level}`],
    ),
    ...INCIDENT_PHASES.map((phase) => `phase_${phase}`),
  ])('include %s', (key) => {
    expect(keys).toContain(key);
  });

  it('are all used in the code', () => {
    const code = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')]
      .map((file) => file.text)
      .join('\n');
    const manifest = readText('wxt.config.ts');
    const isMade = (key: string) =>
      /^(level|headline|storage|reason|phase|popup_phase|suspicion_named|history_promise|transfer|put_back|notice_back|theme)_/.test(
        key,
      );
    const stemOf = (key: string) => key.replace(/_(?:one|other)$/, '');
    const unused = keys.filter(
      (key) =>
        !isMade(key) && !code.includes(`'${key}'`) && !code.includes(`'${stemOf(key)}'`) && !manifest.includes(key),
    );
    expect(unused).toEqual([]);
  });

  it('use their placeholders in order from $1; only the singular may omit the count', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const first = key.endsWith('_one') && !message.includes('$1') ? 2 : 1;
      const places = [...new Set([...message.matchAll(/\$(\d)/g)].map((match) => Number(match[1])))].sort();
      expect(places, key).toEqual(places.map((_, index) => index + first));
    }
  });
});
