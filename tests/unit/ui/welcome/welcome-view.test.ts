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

describe('what is asked for', () => {
  it('is one click for all that is used as a whole', () => {
    expect(allow([])).toMatchObject({
      all: {
        label: english('own_page_allow', 'claude.ai and chatgpt.com'),
        patterns: ['https://claude.ai/*', 'https://chatgpt.com/*'],
      },
      wide: [],
      given: null,
    });
  });

  it('is a choice of its own where more is granted than is used', () => {
    const { all, wide } = allow([], ['gemini', 'copilot']);
    expect(all?.patterns).toEqual(['https://gemini.google.com/*']);
    expect(wide.map(({ patterns }) => patterns)).toEqual([['https://www.google.com/*'], ['https://github.com/*']]);
    expect(wide.map(({ wide: said }) => said)).toEqual([
      english('welcome_wide_page', 'Gemini', 'www.google.com'),
      english('welcome_wide_chat', 'GitHub Copilot', 'github.com'),
    ]);
  });

  it('is no more than what is left', () => {
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
])('after %s', async (reason, opened) => {
  const browser = new FakeBrowser();
  await onInstalled(browser.ports(), reason);
  expect(browser.openedTabs).toEqual(opened);
});

it('after an "install" of what has long been at work', async () => {
  const browser = new FakeBrowser();
  await runRound(browser.ports());
  await onInstalled(browser.ports(), 'install');
  expect(browser.openedTabs).toEqual([]);
});
