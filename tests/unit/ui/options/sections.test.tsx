import type { ComponentType } from 'react';
import { describe, expect, it } from 'vitest';
import { AssistantsSection } from '@/components/options/assistants-section';
import { DraftsSection, NoticingSection } from '@/components/options/drafts-section';
import { OptionsPage } from '@/components/options/options-page';
import { OwnPageForm } from '@/components/options/own-page-form';
import { SettingsSection } from '@/components/options/settings-section';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { firstPageOf, NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { page } from '@/tests/gallery/pieces';
import { LIBRARY_PAGE } from '@/tests/gallery/states/own-pages';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import { type OwnPageProblem, ownPageProblemWords } from '@/utils/ui/options/own-pages';
import { NOTHING_LOADED, type OptionsData, optionsPlace, SECTION_IDS } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';
import { optionalParts } from '@/utils/ui/options/watched';
import { assistantOf, setPageRegistry } from '@/utils/ui/page-registry';

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

  it('shows the section that the address names, and links to all of them', () => {
    for (const id of SECTION_IDS) {
      const page = markup(OptionsPage, { place: optionsPlace(`#${id}`) });
      const links = [...page.matchAll(/href="options.html#([\w-]+)"[^>]*?( aria-current="page")?>/g)];
      expect(links.map(([, link]) => link)).toEqual(SECTION_IDS);
      expect(links.flatMap(([, link, current]) => (current === undefined ? [] : [link]))).toEqual([id]);
      expect([...page.matchAll(/<h2 id="([\w-]+)-heading"/g)].map(([, shown]) => shown)).toEqual([id]);
    }
  });

  it.each(['own-pages', 'failing-messages'])('contains the part %s, which has an address of its own', (id) => {
    const page = markup(OptionsPage, { place: optionsPlace(`#${id}`) });
    expect(page).toContain(`id="${id}-heading"`);
  });
});

describe('the place that an address names', () => {
  it('is a section, or a part of one', () => {
    expect(optionsPlace('#plan-b')).toEqual({ section: 'plan-b', target: 'plan-b' });
    expect(optionsPlace('#own-pages')).toEqual({ section: 'assistants', target: 'own-pages' });
    expect(optionsPlace('#failing-messages')).toEqual({ section: 'drafts', target: 'failing-messages' });
  });

  it.each(['', '#', '#gone', '#toString'])('is the first section without a focus for %j', (hash) => {
    expect(optionsPlace(hash)).toEqual({ section: 'assistants', target: null });
  });
});

describe('the section Assistants', () => {
  const controls = (section: string, start: RegExp) =>
    [...section.matchAll(/<(?:button|input)[^>]*>/g)].map(([tag]) => tag).filter((tag) => start.test(tag));

  it('says that all models count where none of the chosen families exists any more', () => {
    const options: Options = { ...DEFAULT_OPTIONS, watched: ['claude'], models: { claude: ['Instant'] } };
    expect(markup(AssistantsSection, { options })).toContain(english('assistants_models_all'));
  });

  it('disables what an organization has set, and says so', () => {
    const section = markup(AssistantsSection, { preset: { parts: ['watched'], damaged: [] } });
    const [note] = /<p id="([^"]+)" class="preset-note">/.exec(section)?.slice(1) ?? [];
    expect(section).toContain(english('preset_note'));
    const switches = controls(section, /role="switch"/);
    expect(switches).toHaveLength(2);
    for (const one of switches) expect(one).toMatch(new RegExp(`disabled="" aria-describedby="${note}"`));
    expect(section).not.toContain('data-move');
    expect(section).not.toContain(english('assistants_add'));
    // Components were not set, so they stay free.
    for (const one of controls(section, /type="checkbox"/)) expect(one).not.toContain('disabled');
    expect(markup(AssistantsSection)).not.toContain(english('preset_note'));
  });

  it('disables the components that an organization has set', () => {
    const section = markup(AssistantsSection, { preset: { parts: ['parts', 'models'], damaged: [] } });
    const boxes = controls(section, /type="checkbox"/);
    expect(boxes.length).toBeGreaterThan(4);
    for (const one of boxes) expect(one).toContain('disabled');
    for (const one of controls(section, /role="switch"/)) expect(one).not.toContain('disabled');
  });

  it('shows which components are also watched, and opens the list that hides one of them', () => {
    const { features = [] } = firstPageOf('chatgpt');
    const last = features.at(-1)?.id ?? '';
    expect(markup(AssistantsSection)).not.toContain('<details open');
    const section = markup(AssistantsSection, { options: { ...DEFAULT_OPTIONS, parts: { chatgpt: [last] } } });
    expect(section).toContain('<details open');
    expect(controls(section, /checked=""/)).toHaveLength(1);
  });

  it('says how much of a custom status page counts, and offers to remove it unless an organization set it', () => {
    const options = { ...DEFAULT_OPTIONS, watched: ['claude' as const, LIBRARY_PAGE.id], ownPages: [LIBRARY_PAGE] };
    setPageRegistry(options);
    const section = markup(AssistantsSection, { options });
    expect(section).toContain(english('own_page_detail_other', '3', 'status.library.example.org', '1'));
    const remove = english('own_page_remove_for', LIBRARY_PAGE.name);
    expect(section.split(`aria-label="${remove}"`)).toHaveLength(2);
    for (const part of ['ownPages', 'watched'] as const) {
      expect(markup(AssistantsSection, { options, preset: { parts: [part], damaged: [] } })).not.toContain(remove);
    }
    setPageRegistry(DEFAULT_OPTIONS);
  });

  it('asks for the access without which a status page cannot be read', () => {
    const options = { ...DEFAULT_OPTIONS, watched: ['gemini' as const] };
    const why = english('popup_access_why', 'www.google.com');
    const grants = (origins: string[]) => ({ origins, hasEvidence: false });
    expect(markup(AssistantsSection, { options, grants: grants([]) })).toContain(why);
    expect(markup(AssistantsSection, { options, grants: grants(['https://www.google.com/*']) })).not.toContain(why);
    expect(markup(AssistantsSection, { options, grants: null })).not.toContain(why);
  });
});

it('an optional component has its current name on the page, and is none where no core component is known', () => {
  const assistant = assistantOf('claude');
  const names = (memory?: PageMemory) => optionalParts(assistant, memory, [], { t: english }).map(({ name }) => name);
  expect(names()).toContain('Claude Code');
  const { features, core } = firstPageOf('claude');
  const component = { id: features[1]?.id ?? '', name: 'Code', group: null, level: 'operational', word: 'ok' } as const;
  const memory = page('claude');
  const report = memory.report;
  if (report === null) throw new Error('The sample has a report');
  expect(names({ ...memory, report: { ...report, components: [component] } })).toContain('Code');
  expect(core.length).toBeGreaterThan(0);
  expect(optionalParts(assistantOf('mistral'), undefined, [], { t: english })).toEqual([]);
});

it('the settings say what an organization has set, and which of it cannot be used', () => {
  const preset = { parts: ['watched' as const], damaged: ['theme' as const] };
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
    const section = markup(() => <OwnPageForm onAdded={() => undefined} />, {
      search: { address: 'https://status.example.net/', outcome },
    });
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
