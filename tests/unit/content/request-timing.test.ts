import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TimingMessage } from '@/utils/model/messages';

const asked: TimingMessage[] = [];
let isWanted = true;
vi.mock('@/utils/content/extension', () => ({
  ask: async (message: TimingMessage) => {
    asked.push(message);
    return message.type === 'timing-paths' ? ['^/send$'] : isWanted;
  },
}));

const { startRequestTiming } = await import('@/utils/content/request-timing');

const HOST = 'chat.test';
let page: { host: string; pathname: string };
let navigation: EventTarget;
let list: ((path: string, startTime: number) => void) | null;

beforeEach(() => {
  asked.length = 0;
  isWanted = true;
  list = null;
  page = { host: HOST, pathname: '/' };
  navigation = new EventTarget();
  vi.stubGlobal('understudyReportsTimings', false);
  vi.stubGlobal('location', page);
  vi.stubGlobal('navigation', navigation);
  vi.stubGlobal('document', { readyState: 'complete' });
  vi.stubGlobal('performance', { getEntriesByType: () => [] });
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(onEntries: (entries: { getEntries(): object[] }) => void) {
        list = (path, startTime) => {
          const times = { startTime, responseStart: startTime + 10, responseEnd: startTime + 50, responseStatus: 500 };
          onEntries({ getEntries: () => [{ name: `https://${HOST}${path}`, ...times }] });
        };
      }
      observe = () => undefined;
      disconnect = () => {
        list = null;
      };
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

function move(at: number, pathname: string): void {
  page.pathname = pathname;
  const event = new Event('currententrychange');
  Object.defineProperty(event, 'timeStamp', { value: at });
  navigation.dispatchEvent(event);
}

const reported = () => asked.flatMap((message) => (message.type === 'timing' ? [message.tabPath] : []));

it('a request is reported with the path that the page had when it was sent, and the script leaves when told to', async () => {
  await startRequestTiming();
  move(1_000, '/c/1');
  move(2_000, '/c/1');
  move(3_000, '/c/2');
  list?.('/send', 500);
  list?.('/send', 2_500);
  list?.('/other', 2_500);
  list?.('/send', 3_500);
  expect(reported()).toEqual(['/', '/c/1', '/c/2']);
  isWanted = false;
  list?.('/send', 3_600);
  await vi.waitFor(() => expect(list).toBeNull());
});

it('at most 20 paths are remembered; of an older one, the oldest stands for it', async () => {
  await startRequestTiming();
  for (let count = 1; count <= 30; count += 1) move(count * 1_000, `/c/${count}`);
  list?.('/send', 500);
  list?.('/send', 30_500);
  expect(reported()).toEqual(['/c/11', '/c/30']);
});
