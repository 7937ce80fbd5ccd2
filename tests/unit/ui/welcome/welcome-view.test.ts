import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { NOON } from '@/tests/fakes/samples';
import { onInstalled } from '@/utils/app/actions';
import { runRound } from '@/utils/app/round';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { welcomeView } from '@/utils/ui/welcome/welcome-view';

const allow = (origins: string[], watched: Options['watched'] = DEFAULT_OPTIONS.watched) =>
  welcomeView({ ...DEFAULT_OPTIONS, watched }, { origins, hasEvidence: false }, englishAt(NOON)).allow;

describe('welcomeView', () => {
  it('asks for all narrow access in one click', () => {
    expect(allow([])).toMatchObject({
      all: {
        label: english('own_page_allow', 'claude.ai and chatgpt.com'),
        patterns: ['https://claude.ai/*', 'https://chatgpt.com/*'],
      },
      wide: [],
      given: null,
    });
  });

  it('asks separately for access that is wider than needed', () => {
    const { all, wide } = allow([], ['gemini', 'copilot']);
    expect(all?.patterns).toEqual(['https://gemini.google.com/*']);
    expect(wide.map(({ patterns }) => patterns)).toEqual([['https://www.google.com/*'], ['https://github.com/*']]);
    expect(wide.map(({ wide: said }) => said)).toEqual([
      english('welcome_wide_page', 'Gemini', 'www.google.com'),
      english('welcome_wide_chat', 'GitHub Copilot', 'github.com'),
    ]);
  });

  it('asks only for access that is missing', () => {
    expect(allow(['https://claude.ai/*']).all?.label).toBe(english('own_page_allow', 'chatgpt.com'));
    expect(allow(['https://claude.ai/*', 'https://chatgpt.com/*'])).toMatchObject({
      all: null,
      given: english('welcome_allowed'),
    });
    expect(allow([], [])).toMatchObject({ all: null, wide: [], given: null });
  });
});

it.each([
  ['install', ['extension://self/welcome.html']],
  ['update', []],
  ['browser_update', []],
])('onInstalled after "%s" opens %j', async (reason, opened) => {
  const browser = new FakeBrowser();
  await onInstalled(browser.ports(), reason);
  expect(browser.openedTabs).toEqual(opened);
});

it('onInstalled opens nothing for an "install" when there is stored state', async () => {
  const browser = new FakeBrowser();
  await runRound(browser.ports());
  await onInstalled(browser.ports(), 'install');
  expect(browser.openedTabs).toEqual([]);
});
