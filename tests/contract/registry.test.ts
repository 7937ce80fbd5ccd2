import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN, bannerSiteAt } from '@/utils/assistants/lookups';
import { allPatterns, withSockets } from '@/utils/assistants/patterns';
import { TEAM_FORMS } from '@/utils/i18n/team-words';
import { ASSISTANT_IDS, WATCH_KINDS } from '@/utils/model/assistant';
import { NOTHING_READ } from '@/utils/model/conversation';
import {
  ADVICE,
  ANSWERS,
  CAUSES,
  CHECK_STEPS,
  DIAGNOSIS_NAMES,
  ERROR_MEANINGS,
  OTHER_SENDS,
  SLOW_SENDS,
  SYMPTOMS,
} from '@/utils/model/diagnosis';
import { FALLBACK_TEST_OUTCOMES, TRANSFER_OUTCOMES, WAIT_OUTCOMES } from '@/utils/model/drafts';
import { CHANGE_KINDS, MAINTENANCE_CHANGE_KINDS } from '@/utils/model/episode';
import { EVIDENCE_KINDS, PAGE_SUSPICION_WHYS } from '@/utils/model/evidence';
import { DECISION_REASONS } from '@/utils/model/notification';
import { OPINION_SILENCES, OPINION_SOURCE_IDS } from '@/utils/model/opinion';
import { IMPACTS } from '@/utils/model/report';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { UPTIME_SOURCES } from '@/utils/ui/history/uptime';
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

  it('have unique names, sites and pages', () => {
    const hosts = ASSISTANTS.flatMap(({ chatSites, consoles }) => [...chatSites, ...consoles.map(({ site }) => site)]);
    for (const all of [
      ASSISTANTS.map(({ name }) => name),
      hosts.map(({ host }) => host),
      ASSISTANTS.flatMap(({ statusPages }) => statusPages.map(({ address }) => address)),
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

  it('request the WebSockets of a chat site together with it, and nothing else beside a site', () => {
    const site = 'https://copilot.microsoft.com/*';
    expect(withSockets([site])).toEqual([site, 'wss://copilot.microsoft.com/*']);
    expect(allPatterns()).toEqual(expect.arrayContaining(withSockets([site])));
    expect(withSockets(['https://claude.ai/*'])).toEqual(['https://claude.ai/*']);
  });

  const paths = ASSISTANTS.flatMap(({ name, sendPaths, signInPaths }) =>
    [...sendPaths, ...signInPaths].map((path) => [`${name}: ${path.pattern}`, path] as const),
  );

  it.each(paths)('%s has an anchored pattern and a glob that starts with a slash', (_, { pattern, glob }) => {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(glob).toMatch(/^\//);
  });

  it.each(ASSISTANTS.flatMap(({ id, promise }) => (promise === null ? [] : [[id, promise] as const])))(
    'the service promise of %s has a date, a link and a plausible percentage',
    (_, promise) => {
      expect(promise.seenOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(new URL(promise.url).protocol).toBe('https:');
      expect(promise.percent).toBeGreaterThan(90);
      expect(promise.percent).toBeLessThan(100);
      expect(promise.claim?.days ?? 1).toBeGreaterThan(0);
    },
  );
});

describe('messages', () => {
  const keys = Object.keys(messages);

  /** Keys that the code puts together, by the start of the template: "check_cause_" of `check_cause_${cause}`. */
  const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
    address_: ['has_wildcard', 'has_empty_label', 'has_credentials'],
    check_advice_: ADVICE,
    check_answer_: ANSWERS,
    check_cause_: CAUSES,
    check_means_: ERROR_MEANINGS,
    check_symptom_: SYMPTOMS,
    check_sends_: [...OTHER_SENDS, ...SLOW_SENDS],
    check_step_: CHECK_STEPS,
    check_why_: DIAGNOSIS_NAMES,
    conversation_: [...TRANSFER_OUTCOMES, ...NOTHING_READ, 'included', 'copied', 'saved'],
    decision_about_: [...CHANGE_KINDS, ...MAINTENANCE_CHANGE_KINDS, 'first_sign'],
    decision_reason_: DECISION_REASONS,
    history_: UPTIME_SOURCES.flatMap((source) => [source, `${source}_why`]),
    history_export_: ['csv', 'json'],
    history_how_: ['weights', 'gaps', 'maintenance', 'apart'],
    limit_: ['notify', 'notify_for', 'undo', 'undo_for'],
    local_: ['refuses', 'stranger', 'silent', 'not_allowed'],
    notices_: ['started', 'recovered', 'updates', 'maintenance'],
    opinion_measures_: OPINION_SOURCE_IDS,
    opinion_silent_: OPINION_SILENCES,
    own_chat_: ['not_an_address', 'not_https', 'already_there'],
    team_form_: TEAM_FORMS,
    own_page_: ['not_an_address', 'not_https', 'has_port', 'already_there', 'no_parts'],
    plan_b_: ['remove', 'remove_for', 'leave_out', 'leave_out_for'],
    popup_react_: ['works', 'broken'],
    history_impact_: IMPACTS,
    popup_reacted_: ['works', 'broken'],
    quiet_hours_: ['from', 'until'],
    fallback_test_: [...FALLBACK_TEST_OUTCOMES, 'lost'],
    request_: EVIDENCE_KINDS,
    suspicion_: PAGE_SUSPICION_WHYS,
    title_: ['degraded', 'partial_outage', 'major_outage'],
    waiting_: WAIT_OUTCOMES,
    watched_by_: WATCH_KINDS,
  };

  it('are all used in the code', () => {
    const code = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')]
      .map((file) => file.text)
      .join('\n');
    const manifest = readText('wxt.config.ts');
    const isMade = (key: string) =>
      /^(level|headline|storage|reason|phase|popup_phase|suspicion_named|history_promise|transfer|put_back|notice_back|theme|spot)_/.test(
        key,
      ) ||
      Object.entries(TEMPLATES).some(
        ([start, ends]) => ends.some((end) => key === start + end) && code.includes(`\`${start}\${`),
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
