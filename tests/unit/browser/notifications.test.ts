import { beforeEach, expect, it, vi } from 'vitest';
import type { NoticeView } from '@/utils/model/views';

/** A desktop that updates a dismissed notification only in its list, without showing it again. */
class FakeDesktop {
  readonly standing = new Map<string, string>();
  /** Titles that popped up. */
  readonly appeared: string[] = [];
  readonly clicked: ((id: string) => void)[] = [];
  readonly pressed: ((id: string, button: number) => void)[] = [];
  canList = true;

  readonly api = {
    create: async (id: string, { title }: { title: string }) => {
      if (!this.standing.has(id)) this.appeared.push(title);
      this.standing.set(id, title);
      return id;
    },
    clear: async (id: string) => this.standing.delete(id),
    getAll: async () => {
      if (!this.canList) throw new Error('Not on this desktop');
      return Object.fromEntries([...this.standing.keys()].map((id) => [id, true]));
    },
    onClicked: { addListener: (listener: (id: string) => void) => this.clicked.push(listener) },
    onButtonClicked: { addListener: (listener: (id: string, button: number) => void) => this.pressed.push(listener) },
  };
}

const browser = vi.hoisted(() => ({
  notifications: {} as unknown,
  runtime: { getURL: (path: string) => path },
  i18n: { getMessage: (key: string) => key },
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { onNoticePressed, showNotice } = await import('@/utils/browser/notifications');

let desktop: FakeDesktop;
const start: NoticeView = { id: 'understudy-claude-1', newsAt: 1, title: 'down', text: '' };
const end: NoticeView = { ...start, newsAt: 2, title: 'back' };

beforeEach(() => {
  desktop = new FakeDesktop();
  browser.notifications = desktop.api;
});

it('showNotice pops up the recovery although the first notification was dismissed', async () => {
  await showNotice(start);
  await showNotice(end);
  expect(desktop.appeared).toEqual(['down', 'back']);
  expect([...desktop.standing.values()]).toEqual(['back']);
});

it('showNotice pops up the same notification once', async () => {
  await showNotice(start);
  await showNotice(start);
  expect(desktop.appeared).toEqual(['down']);
});

it('showNotice does not change notifications of other outages', async () => {
  await showNotice(start);
  await showNotice({ ...end, id: 'understudy-chatgpt-1' });
  expect([...desktop.standing.values()]).toEqual(['down', 'back']);
});

it('showNotice pops up when the desktop cannot list notifications', async () => {
  desktop.canList = false;
  await showNotice(start);
  await showNotice(end);
  expect(desktop.appeared).toEqual(['down', 'back']);
});

it('onNoticePressed reports the clicked notification and clears it', async () => {
  const pressed: unknown[] = [];
  onNoticePressed((id, isHistoryWanted) => pressed.push([id, isHistoryWanted]));
  await showNotice(end);
  const [shownId = ''] = desktop.standing.keys();
  desktop.clicked[0]?.(shownId);
  desktop.pressed[0]?.(shownId, 0);
  expect(pressed).toEqual([
    [end.id, false],
    [end.id, true],
  ]);
  expect(desktop.standing.size).toBe(0);
});
