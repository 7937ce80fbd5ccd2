import { describe, expect, it } from 'vitest';
import { WelcomeAllow, WelcomePage } from '@/components/welcome/welcome-page';
import { english, englishAt } from '@/tests/fakes/english';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { NOON } from '@/tests/fakes/samples';
import { stagedWelcome } from '@/tests/gallery/welcome-stage';
import { onInstalled } from '@/utils/app/actions';
import { runRound } from '@/utils/app/round';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import {
  type AskableSite,
  areCounted,
  askableAccess,
  fallbackAssistants,
  sampleAlternatives,
  sampleAssistant,
  WelcomeContext,
} from '@/utils/ui/welcome/store';

const allow = (origins: string[], watched: Options['watched'] = DEFAULT_OPTIONS.watched) =>
  askableAccess({ watched }, { origins, hasEvidence: false });

/** The names of the primary buttons of the page. */
function primaryOf(origins: string[], watched: Options['watched'] = DEFAULT_OPTIONS.watched): string[] {
  const store = stagedWelcome({ options: { ...DEFAULT_OPTIONS, watched }, grants: { origins, hasEvidence: false } });
  const markup = markupOf(
    <WelcomeContext value={store}>
      <WelcomePage />
    </WelcomeContext>,
    NOON,
  );
  return [...markup.matchAll(/class="button(?: done)? primary"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');
}

const patternsOf = (sites: readonly AskableSite[]) => sites.map(({ pattern }) => pattern);

/** The section as the page shows it. */
function section(origins: string[], watched: Options['watched'] = DEFAULT_OPTIONS.watched): string {
  const store = stagedWelcome({
    options: { ...DEFAULT_OPTIONS, watched },
    grants: { origins, hasEvidence: false },
  });
  return textOf(
    <WelcomeContext value={store}>
      <WelcomeAllow />
    </WelcomeContext>,
    NOON,
  );
}

describe('access to sites', () => {
  it('is asked for in one click where it covers no more than its use', () => {
    expect(patternsOf(allow([]).together)).toEqual(['https://claude.ai/*', 'https://chatgpt.com/*']);
    expect(allow([])).toMatchObject({ wide: [], isAllGranted: false });
    expect(section([])).toContain(english('own_page_allow', 'claude.ai and chatgpt.com'));
    expect(section([])).not.toContain(english('welcome_allowed'));
  });

  it('is asked for one by one where it covers more than its use', () => {
    const { together, wide } = allow([], ['gemini', 'copilot']);
    expect(patternsOf(together)).toEqual(['https://gemini.google.com/*']);
    expect(patternsOf(wide)).toEqual(['https://www.google.com/*', 'https://github.com/*']);
    const text = section([], ['gemini', 'copilot']);
    expect(text).toContain(english('welcome_wide_page', 'Gemini', 'www.google.com'));
    expect(text).toContain(english('welcome_wide_chat', 'GitHub Copilot', 'github.com'));
  });

  it('is asked for only where it is not granted yet', () => {
    expect(section(['https://claude.ai/*'])).toContain(english('own_page_allow', 'chatgpt.com'));
    const all = ['https://claude.ai/*', 'https://chatgpt.com/*'];
    expect(allow(all)).toEqual({ together: [], wide: [], isAllGranted: true });
    expect(section(all)).toContain(english('welcome_allowed'));
    expect(allow([], [])).toEqual({ together: [], wide: [], isAllGranted: false });
    expect(section([], [])).not.toContain(english('welcome_allowed'));
  });

  it('is counted, and each site listed with its use, where the names of the sites do not fit in one line', () => {
    const two = section([], ['claude', 'chatgpt']);
    expect(two).toContain(english('own_page_allow', 'claude.ai and chatgpt.com'));
    expect(two).not.toContain(english('welcome_site_chat', 'Claude'));
    for (const watched of [
      ['chatgpt', 'microsoft_copilot'],
      ['claude', 'chatgpt', 'gemini', 'perplexity'],
    ] satisfies Options['watched'][]) {
      const sites = allow([], watched).together;
      const counted = section([], watched);
      expect(counted).toContain(english('welcome_allow_sites', String(sites.length)));
      for (const { host, name, isPage } of sites) {
        expect(counted).toContain(`${host} ${english(isPage ? 'welcome_site_page' : 'welcome_site_chat', name)}`);
      }
    }
  });

  it('names a single site, however long its name is', () => {
    const site = {
      pattern: '',
      host: 'a-rather-long-name.of-a-site.example.org',
      name: 'A',
      isWide: false,
      isPage: false,
    };
    expect(areCounted([site], englishAt(NOON))).toBe(false);
    expect(areCounted([site, site], englishAt(NOON))).toBe(true);
  });

  it('is the primary action until it is granted, and then the page is done', () => {
    const all = ['https://claude.ai/*', 'https://chatgpt.com/*'];
    expect(primaryOf([])).toEqual([english('own_page_allow', 'claude.ai and chatgpt.com')]);
    expect(primaryOf(all)).toEqual([english('welcome_done')]);
    expect(primaryOf([], [])).toEqual([english('welcome_done')]);
  });

  it('is not asked for while the grants are not known', () => {
    expect(askableAccess(DEFAULT_OPTIONS, null)).toEqual({ together: [], wide: [], isAllGranted: false });
  });
});

it('the first choice of Plan B is never the only watched assistant', () => {
  const choices = (watched: Options['watched'], planB = DEFAULT_OPTIONS.planB) =>
    fallbackAssistants({ ...DEFAULT_OPTIONS, watched, planB }).map(({ id }) => id);
  expect(choices(['chatgpt'])).toEqual(['claude', 'gemini', 'copilot']);
  expect(choices(['claude'])).toEqual(['chatgpt', 'gemini', 'copilot']);
  expect(choices(['claude', 'chatgpt'])).toEqual(['chatgpt', 'claude', 'gemini', 'copilot']);
  expect(choices(['chatgpt'], ['chatgpt'])).toEqual([]);
});

it('the sample banner is about the first watched assistant, and offers others', () => {
  const options: Options = { ...DEFAULT_OPTIONS, watched: ['chatgpt'] };
  expect(sampleAssistant(options)).toBe('chatgpt');
  const offered = sampleAlternatives(options).map(({ fallbackId }) => fallbackId);
  expect(offered).toHaveLength(3);
  expect(offered).not.toContain('chatgpt');
});

it.each([
  ['opens the welcome page', 'install', ['extension://self/welcome.html']],
  ['opens no page', 'update', []],
  ['opens no page', 'browser_update', []],
])('onInstalled %s after %s', async (_, reason, opened) => {
  const browser = new FakeBrowser();
  await onInstalled(browser.ports(), reason);
  expect(browser.openedTabs).toEqual(opened);
});

it('onInstalled opens no page after an "install" if a status is stored already', async () => {
  const browser = new FakeBrowser();
  await runRound(browser.ports());
  await onInstalled(browser.ports(), 'install');
  expect(browser.openedTabs).toEqual([]);
});
