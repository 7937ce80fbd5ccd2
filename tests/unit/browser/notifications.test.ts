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
  hasButtons = true;

  readonly api = {
    // Not an async function: Firefox throws before it returns a promise.
    create: (id: string, { title, buttons }: { title: string; buttons?: unknown }) => {
      if (buttons !== undefined && !this.hasButtons) throw new Error('Buttons are not supported');
      if (!this.standing.has(id)) this.appeared.push(title);
      this.standing.set(id, title);
      return Promise.resolve(id);
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

const { onNoticePressed, showNotice } = await import('@/utils/browser/surfaces');

let desktop: FakeDesktop;
const start: NoticeView = { id: 'understudy-claude-1', newsAt: 1, title: 'down', text: '', buttons: [] };
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

const BUTTONS: NoticeView['buttons'] = [
  { title: 'Continue', press: { kind: 'continue', from: 'claude', to: 'chatgpt' } },
  { title: 'Snooze', press: { kind: 'snooze', assistantId: 'claude' } },
];

it('showNotice pops up the same notification once although Plan B has changed meanwhile', async () => {
  await showNotice({ ...start, buttons: BUTTONS });
  await showNotice({ ...start, buttons: BUTTONS.slice(1) });
  expect(desktop.appeared).toEqual(['down']);
});

it('showNotice shows the notification without buttons where the browser throws on them', async () => {
  desktop.hasButtons = false;
  await showNotice({ ...start, buttons: BUTTONS });
  expect(desktop.appeared).toEqual(['down']);
});

it('onNoticePressed reports the clicked notification and what its buttons mean, and clears it', async () => {
  const pressed: unknown[] = [];
  onNoticePressed((id, press) => pressed.push([id, press]));
  await showNotice({ ...end, buttons: BUTTONS });
  const [shownId = ''] = desktop.standing.keys();
  desktop.clicked[0]?.(shownId);
  for (const button of [0, 1]) desktop.pressed[0]?.(shownId, button);
  expect(pressed).toEqual([
    [end.id, { kind: 'open' }],
    [end.id, BUTTONS[0]?.press],
    [end.id, BUTTONS[1]?.press],
  ]);
  expect(desktop.standing.size).toBe(0);
});

it.each(['understudy-claude-1@1', 'understudy-claude-1@1@%7B', 'understudy-claude-1@1@%7B%22kind%22%3A%22erase%22%7D'])(
  'onNoticePressed opens what a notification is about whose button it does not know: %s',
  (shownId) => {
    const pressed: unknown[] = [];
    onNoticePressed((id, press) => pressed.push([id, press]));
    desktop.pressed[0]?.(shownId, 0);
    expect(pressed).toEqual([['understudy-claude-1', { kind: 'open' }]]);
  },
);
