import { beforeEach, describe, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { answerSite } from '@/utils/app/commands';
import { noteVisit, runRound } from '@/utils/app/round';
import { registryOf } from '@/utils/assistants/lookups';
import type { SiteMessage } from '@/utils/model/messages';
import type { OwnPage } from '@/utils/model/status-page';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
});

const ownPage = (id: number, chatUrl: string): OwnPage => ({
  id: `page:${id}`,
  name: `Own ${id}`,
  platform: 'statuspage',
  address: `https://status${id}.example.org`,
  pageId: `p${id}`,
  isCorsOpen: true,
  core: [{ id: 'c', name: 'Chat' }],
  features: [],
  chatUrl,
});

/** As a settings file, a policy or sync may add them without the form. */
function addPages(...chats: string[]): void {
  const pages = chats.map((chatUrl, index) => ownPage(index + 1, chatUrl));
  const { options } = browser;
  browser.options = { ...options, ownPages: pages, watched: [...options.watched, ...pages.map(({ id }) => id)] };
}

const viewAt = (address: string) => answerSite(browser.ports(), { address, tabId: 7 }, { type: 'banner-view' });

describe('a host has one banner', () => {
  it.each([
    ['a custom page whose chat is a registered site', ['https://claude.ai/'], 'claude'],
    [
      'two custom pages whose chat is a registered site',
      ['https://claude.ai/new', 'https://claude.ai/projects'],
      'claude',
    ],
    ['two custom pages with the same chat', ['https://chat.example.org/', 'https://chat.example.org/team'], 'page:1'],
    ['a custom page whose chat is a console with a selected component', ['https://platform.claude.com/'], 'claude'],
  ])('with %s', async (_, chats, assistantId) => {
    const [part = ''] = ['k8w3r06qmzrp'];
    browser.options = { ...browser.options, parts: { claude: [part] } };
    addPages(...chats);
    for (const { id } of browser.options.ownPages) {
      setPage(browser, id, 'partial_outage', { incidents: [incidentOf(id, {}, registryOf(browser.options))] });
    }
    await runRound(browser.ports());
    const patterns = browser.banners.flatMap((site) => site.patterns);
    expect(patterns).toEqual([...new Set(patterns)]);
    for (const asked of chats) {
      const owner = browser.banners.find((site) => site.patterns.includes(`https://${new URL(asked).host}/*`));
      expect(owner?.view).toMatchObject({ kind: 'trouble', assistantId });
      // The pushed and the requested banner belong to the same assistant.
      expect(await viewAt(asked)).toEqual(owner?.view);
    }
  });

  it('of the registered assistant rather than the custom page', async () => {
    addPages('https://claude.ai/');
    await runRound(browser.ports());
    expect(await viewAt('https://claude.ai/')).toMatchObject({ assistantId: 'claude', level: 'partial_outage' });
  });

  it('of a watched custom page rather than an unwatched registered assistant', async () => {
    addPages('https://claude.ai/');
    browser.options = { ...browser.options, watched: ['chatgpt', 'page:1'] };
    await runRound(browser.ports());
    expect(browser.banners.find(({ patterns }) => patterns.includes('https://claude.ai/*'))?.id).toBe('page:1');
  });

  it('of a watched custom page, which restores a draft into its chat, too', async () => {
    addPages('https://claude.ai/');
    browser.options = { ...browser.options, watched: ['page:1'], keepsDrafts: true };
    const incident = incidentOf('page:1', {}, registryOf(browser.options));
    setPage(browser, 'page:1', 'partial_outage', { incidents: [incident] });
    await runRound(browser.ports());
    const ask = (message: SiteMessage) =>
      answerSite(browser.ports(), { address: 'https://claude.ai/chat/1', tabId: 7 }, message);
    await ask({ type: 'autosave', text: 'Half a thought', isNewText: true });
    await ask({ type: 'restore-draft', key: `7 ${browser.now}` });
    expect(await ask({ type: 'fill-instruction' })).toMatchObject({ text: 'Half a thought' });
  });

  it('whose scripts run only on the chat’s own pages of a shared host', async () => {
    await runRound(browser.ports());
    expect(browser.banners.find(({ id }) => id === 'copilot')).toMatchObject({
      patterns: ['https://github.com/*'],
      scriptPatterns: ['https://github.com/copilot*'],
    });
  });
});

describe('noteVisit', () => {
  const visit = async (address: string, isLoad = true) => {
    const writes: unknown[] = [];
    const ports = browser.ports();
    const counted = {
      ...ports,
      writeStatus: (status: Parameters<typeof ports.writeStatus>[0]) => {
        writes.push(status);
        return ports.writeStatus(status);
      },
    };
    await noteVisit(counted, createMutex(), address, isLoad);
    return writes.length > 0;
  };

  beforeEach(() => {
    browser.options = { ...browser.options, watched: ['claude', 'copilot'] };
  });

  it.each([
    ['https://claude.ai/chat/1', true, true],
    ['https://github.com/copilot', true, true],
    ['https://github.com/copilot/c/1', true, true],
    ['https://github.com/someone/something/pull/7', true, false],
    ['https://github.com/copilot-friends/x', true, false],
    // Not watched.
    ['https://chatgpt.com/', true, false],
    // A console whose components are not selected.
    ['https://platform.claude.com/', true, false],
    ['https://www.example.org/', true, false],
    ['http://claude.ai/', true, false],
    // Reached without a load: counts only on a shared host.
    ['https://github.com/copilot/c/1', false, true],
    ['https://github.com/someone/something/pull/7', false, false],
    ['https://claude.ai/chat/2', false, false],
  ])('at %s (load: %s) starts a round: %s', async (address, isLoad, isRound) => {
    expect(await visit(address, isLoad)).toBe(isRound);
  });
});
