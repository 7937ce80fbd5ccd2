import { describe, expect, it } from 'vitest';
import { SitesSection } from '@/components/options/sites-section';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import type { Grants } from '@/utils/model/address';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { siteRows } from '@/utils/ui/options/sites';
import { NOTHING_LOADED } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';

function rows(origins: string[], over: Partial<Options> = {}) {
  const options: Options = { ...DEFAULT_OPTIONS, watched: ['claude'], planB: ['gemini'], ...over };
  return siteRows(options, { origins, hasEvidence: false }, englishAt(NOON));
}
const PLANNED: Options = { ...DEFAULT_OPTIONS, watched: ['claude'], planB: ['gemini'] };
function section(grants: Grants | null, options = PLANNED): string {
  return markupOf(
    <OptionsContext value={stagedOptions({ ...NOTHING_LOADED, options, grants })}>
      <SitesSection />
    </OptionsContext>,
    NOON,
  );
}

/** The host alone would suggest the search. */
const WORKSPACE = english('sites_workspace_status', 'www.google.com');

const siteIn = (all: ReturnType<typeof rows>, site: string) => all.find((row) => row.site === site);

describe('the list of permissions', () => {
  it('lists the sites of watched and planned assistants with their uses', () => {
    const all = rows([]);
    expect(all.map(({ site }) => site)).toEqual(['claude.ai', 'gemini.google.com', WORKSPACE]);
    expect(siteIn(all, 'claude.ai')?.uses[0]).toBe(english('site_use_chat', 'Claude'));
    expect(siteIn(all, 'gemini.google.com')?.uses).toEqual([english('site_use_draft', 'Gemini')]);
  });

  it('says once that permissions cover whole sites, where one covers more than its use', () => {
    expect(siteIn(rows([]), WORKSPACE)?.isWide).toBe(true);
    expect(siteIn(rows([], { watched: ['copilot'] }), 'github.com')?.isWide).toBe(true);
    expect(siteIn(rows([]), 'claude.ai')?.isWide).toBe(false);
    expect(section({ origins: [], hasEvidence: false }).split(english('sites_wide'))).toHaveLength(2);
    const narrow: Options = { ...DEFAULT_OPTIONS, watched: ['claude'], planB: [] };
    expect(section({ origins: [], hasEvidence: false }, narrow)).not.toContain(english('sites_wide'));
  });

  it('names the site on each button that allows or revokes it', () => {
    const all = rows(['https://claude.ai/*']);
    expect(siteIn(all, 'claude.ai')?.isGiven).toBe(true);
    expect(siteIn(all, 'gemini.google.com')?.isGiven).toBe(false);
    const markup = section({ origins: ['https://claude.ai/*'], hasEvidence: false });
    expect(markup).toContain(`aria-label="${english('sites_take_back_for', 'claude.ai')}"`);
    expect(markup).toContain(`aria-label="${english('own_page_allow', 'gemini.google.com')}"`);
  });

  it('includes a granted site that no setting uses', () => {
    expect(siteIn(rows(['https://old.example.org/*']), 'old.example.org')).toMatchObject({
      isGiven: true,
      uses: [english('site_use_none')],
    });
  });

  it('shows all sites as allowed where every site is granted', () => {
    const all = rows(['https://*/*']);
    expect(all.every(({ isGiven }) => isGiven)).toBe(true);
    expect(siteIn(all, english('sites_all'))).toBeDefined();
  });

  it('includes custom chats and local models', () => {
    const ownChats = [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }];
    const all = rows([], { ownChats, localModels: ['ollama'] });
    expect(siteIn(all, 'localhost')?.uses).toEqual([
      english('site_use_draft', 'Open WebUI'),
      english('site_use_local'),
    ]);
  });

  it('lists nothing while the permissions are not known', () => {
    expect(section(null)).not.toContain('<table');
  });
});
