import { describe, expect, it } from 'vitest';
import { WelcomeAllow } from '@/components/welcome/welcome-page';
import { english } from '@/tests/fakes/english';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { textOf } from '@/tests/fakes/rendered';
import { NOON } from '@/tests/fakes/samples';
import { stagedWelcome } from '@/tests/gallery/welcome-stage';
import { onInstalled } from '@/utils/app/actions';
import { runRound } from '@/utils/app/round';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { askableAccess, sampleAlternatives, sampleAssistant } from '@/utils/ui/welcome/choices';
import { WelcomeContext } from '@/utils/ui/welcome/store';

const allow = (origins: string[], watched: Options['watched'] = DEFAULT_OPTIONS.watched) =>
  askableAccess({ watched }, { origins, hasEvidence: false });

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
    expect(allow([])).toEqual({
      together: ['https://claude.ai/*', 'https://chatgpt.com/*'],
      wide: [],
      isAllGranted: false,
    });
    expect(section([])).toContain(english('own_page_allow', 'claude.ai and chatgpt.com'));
    expect(section([])).not.toContain(english('welcome_allowed'));
  });

  it('is asked for one by one where it covers more than its use', () => {
    const { together, wide } = allow([], ['gemini', 'copilot']);
    expect(together).toEqual(['https://gemini.google.com/*']);
    expect(wide.map(({ pattern }) => pattern)).toEqual(['https://www.google.com/*', 'https://github.com/*']);
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

  it('is not asked for while the grants are not known', () => {
    expect(askableAccess(DEFAULT_OPTIONS, null)).toEqual({ together: [], wide: [], isAllGranted: false });
  });
});

it('the sample banner is about the first watched assistant, and offers others', () => {
  const options: Options = { ...DEFAULT_OPTIONS, watched: ['chatgpt'] };
  expect(sampleAssistant(options)).toBe('chatgpt');
  const offered = sampleAlternatives(options).map(({ fallbackId }) => fallbackId);
  expect(offered).toHaveLength(3);
  expect(offered).not.toContain('chatgpt');
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
