import type { ComponentType } from 'react';
import { describe, expect, it } from 'vitest';
import { AssistantsSection } from '@/components/options/assistants-section';
import { DraftsSection } from '@/components/options/drafts-section';
import { NoticingSection } from '@/components/options/noticing-section';
import { OptionsPage } from '@/components/options/options-page';
import { OwnPagesSection } from '@/components/options/own-pages-section';
import { SettingsSection } from '@/components/options/settings-section';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { type OwnPageProblem, ownPageProblemWords } from '@/utils/ui/options/own-pages';
import { NOTHING_LOADED, type OptionsData } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';

function markup(Section: ComponentType, over: Partial<OptionsData> = {}): string {
  const store = stagedOptions({ ...NOTHING_LOADED, isLoaded: true, ...over });
  return markupOf(
    <OptionsContext value={store}>
      <Section />
    </OptionsContext>,
    NOON,
  );
}

describe('the options page', () => {
  it('shows nothing before storage has answered', () => {
    expect(markup(OptionsPage, { isLoaded: false })).toBe('');
  });

  it('says why the chosen options cannot be stored', () => {
    const status = { ...EMPTY_STATUS, storageTrouble: 'failing' as const };
    expect(markup(OptionsPage, { status })).toContain(english('storage_failing'));
    expect(markup(OptionsPage)).not.toContain(english('storage_failing'));
  });

  it('links to each of its sections', () => {
    const page = markup(OptionsPage);
    const links = [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
    expect(links).toHaveLength(8);
    for (const id of links) expect(page).toContain(`<section id="${id}"`);
  });
});

it('a setting of an organization is disabled, and says who set it', () => {
  const preset = { parts: ['watched' as const], damaged: ['theme' as const] };
  expect(markup(AssistantsSection, { preset })).toMatch(
    /^<div[^>]*><p[^>]*>[^<]*<\/p><fieldset class="preset" disabled/,
  );
  expect(markup(AssistantsSection, { preset })).toContain(english('preset_note'));
  expect(markup(AssistantsSection)).not.toContain(english('preset_note'));
  const settings = markup(SettingsSection, { preset });
  expect(settings).toContain(english('preset_holds', english('settings_part_watched')));
  expect(settings).toContain(english('preset_damaged', english('settings_part_theme')));
});

describe('what needs the site of a watched chat', () => {
  const options = { ...DEFAULT_OPTIONS, keepsDrafts: true };
  const lacking = english('needs_chat_site');

  it('says so while none is granted', () => {
    const grants = { origins: [], hasEvidence: true };
    expect(markup(DraftsSection, { options, grants })).toContain(lacking);
    expect(markup(NoticingSection, { options, grants })).toContain(lacking);
  });

  it('says nothing where one is granted, or where that is not known', () => {
    const grants = { origins: ['https://claude.ai/*'], hasEvidence: true };
    expect(markup(DraftsSection, { options, grants })).not.toContain(lacking);
    expect(markup(NoticingSection, { options, grants })).not.toContain(lacking);
    expect(markup(DraftsSection, { options, grants: null })).not.toContain(lacking);
  });

  it('says nothing while it is switched off', () => {
    const grants = { origins: [], hasEvidence: false };
    expect(markup(DraftsSection, { grants })).not.toContain(lacking);
    expect(markup(NoticingSection, { grants })).not.toContain(lacking);
  });
});

describe('a custom status page', () => {
  it('can be allowed where reading it needs a permission', () => {
    const outcome = { kind: 'needs_access', host: 'status.example.net' } as const;
    const section = markup(OwnPagesSection, { search: { address: 'https://status.example.net/', outcome } });
    expect(section).toContain(english('own_page_needs_access', 'status.example.net'));
    expect(section).toContain(english('own_page_allow', 'status.example.net'));
  });

  it.each<OwnPageProblem>([
    'not_an_address',
    'has_wildcard',
    'has_empty_label',
    'has_credentials',
    'not_https',
    'has_port',
    'already_there',
    'no_parts',
    'too_many',
  ])('has a sentence for the problem %s', (problem) => {
    expect(ownPageProblemWords(problem, englishAt(NOON))).toMatch(/^[A-Z].+\.$/);
  });
});
