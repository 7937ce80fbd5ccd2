import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { sitesView } from '@/utils/ui/options/sites';

function rows(origins: string[], over: Partial<Options> = {}) {
  const options: Options = { ...DEFAULT_OPTIONS, watched: ['claude'], planB: ['gemini'], ...over };
  return sitesView(options, { origins, hasEvidence: false }, englishAt(NOON)).rows ?? [];
}
const siteIn = (all: ReturnType<typeof rows>, site: string) => all.find((row) => row.site === site);

describe('sitesView', () => {
  it('lists the sites of watched assistants and fallbacks with their uses', () => {
    const all = rows([]);
    expect(all.map(({ site }) => site)).toEqual(['claude.ai', 'gemini.google.com', 'www.google.com']);
    expect(siteIn(all, 'claude.ai')?.uses[0]).toBe(english('site_use_chat', 'Claude'));
    expect(siteIn(all, 'gemini.google.com')?.uses).toEqual([english('site_use_draft', 'Gemini')]);
  });

  it('warns where access is wider than needed', () => {
    expect(siteIn(rows([]), 'www.google.com')?.wide).toBe(english('sites_wide', 'www.google.com'));
    expect(siteIn(rows([], { watched: ['copilot'] }), 'github.com')?.wide).toBe(english('sites_wide', 'github.com'));
    expect(siteIn(rows([]), 'claude.ai')?.wide).toBeNull();
  });

  it('offers to allow or revoke each site by name', () => {
    const all = rows(['https://claude.ai/*']);
    expect(siteIn(all, 'claude.ai')).toMatchObject({
      isGiven: true,
      change: { name: english('sites_take_back_for', 'claude.ai') },
    });
    expect(siteIn(all, 'gemini.google.com')).toMatchObject({
      isGiven: false,
      change: { name: english('own_page_allow', 'gemini.google.com') },
    });
  });

  it('lists granted sites that are no longer used', () => {
    expect(siteIn(rows(['https://old.example.org/*']), 'old.example.org')).toMatchObject({
      isGiven: true,
      uses: [english('site_use_none')],
    });
  });

  it('lists all sites as granted when access to all sites is granted', () => {
    const all = rows(['https://*/*']);
    expect(all.every(({ isGiven }) => isGiven)).toBe(true);
    expect(siteIn(all, english('sites_all'))).toBeDefined();
  });

  it('lists custom chats and local models', () => {
    const ownChats = [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }];
    const all = rows([], { ownChats, localModels: ['ollama'] });
    expect(siteIn(all, 'localhost')?.uses).toEqual([
      english('site_use_draft', 'Open WebUI'),
      english('site_use_local'),
    ]);
  });

  it('lists nothing while granted access is unknown', () => {
    expect(sitesView(DEFAULT_OPTIONS, null, englishAt(NOON)).rows).toBeNull();
  });
});
