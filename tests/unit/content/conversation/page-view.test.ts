import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { accumulate } from '@/utils/content/conversation/accumulate';
import { pageView } from '@/utils/content/conversation/page-view';
import { type ConversationReading, READING_LIMITS } from '@/utils/model/conversation';

const ROW_HEIGHT = 100;
const WINDOW_HEIGHT = 500;

interface Page {
  /** What identifies the rows: an id, their place, or their place among those that are loaded. */
  numbers: 'ids' | 'places' | 'loaded';
  /** Number of messages that the page holds from the beginning, of 26. */
  held: number;
  /** After which time at the upper edge older messages are loaded, in ms; null if never. */
  loadsAfterMs?: number;
  /** After which time at the upper edge the page shows that it loads, in ms, and how high that is. */
  spinner?: { afterMs: number; height: number };
}

const COUNT = 26;
const textOf = (index: number) => `Message ${index + 1}.`;

/** A page of rows of one height in a scroller: what a layout would say is calculated from the rows that are there. */
function openPage({ numbers, held, loadsAfterMs, spinner }: Page) {
  const { document, window } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  const main = document.querySelector('main') as unknown as HTMLElement;
  let first = COUNT - held;
  let top = 0;
  let isLoading = false;
  const heightOf = (element: Element) => Number(element.getAttribute('data-height') ?? ROW_HEIGHT);
  const heightBefore = (row: Element) => {
    const rows = [...main.children];
    return rows.slice(0, rows.indexOf(row)).reduce((sum, one) => sum + heightOf(one), 0);
  };
  const contentHeight = () => [...main.children].reduce((sum, one) => sum + heightOf(one), 0);
  const rowOf = (element: Element) => [...main.children].find((row) => row.contains(element));
  const render = () => {
    main.replaceChildren(
      ...Array.from({ length: COUNT - first }, (_, index) => {
        const place = first + index;
        const row = document.createElement('div');
        const isPerson = place % 2 === 0;
        const [name, value] = {
          ids: ['data-turn-id', `id-${place}`] as const,
          places: ['data-testid', `conversation-turn-${place + 1}`] as const,
          loaded: ['data-index', String(index)] as const,
        }[numbers];
        row.setAttribute(name, value);
        row.innerHTML = `<div data-message-author-role="${isPerson ? 'user' : 'assistant'}">${textOf(place)}</div>`;
        return row as unknown as Node;
      }),
    );
  };
  const load = () => {
    const before = contentHeight();
    first = 0;
    render();
    // The messages stay where they are.
    top += contentHeight() - before;
  };
  const showSpinner = (height: number) => {
    const element = document.createElement('div');
    element.setAttribute('data-height', String(height));
    main.prepend(element as unknown as Node);
  };
  const scrollTo = ({ top: to = 0 }: ScrollToOptions) => {
    top = Math.max(0, Math.min(to, contentHeight() - WINDOW_HEIGHT));
    if (top > 0 || isLoading) return;
    isLoading = true;
    if (spinner !== undefined) setTimeout(showSpinner, spinner.afterMs, spinner.height);
    if (loadsAfterMs !== undefined) setTimeout(load, loadsAfterMs);
  };
  const layout = {
    scrollTop: { get: () => top },
    clientHeight: { value: WINDOW_HEIGHT },
    scrollHeight: { get: contentHeight },
    scrollTo: { value: scrollTo },
  };
  Object.defineProperties(main, layout);
  Object.defineProperty(window.HTMLElement.prototype, 'getBoundingClientRect', {
    configurable: true,
    value(this: Element) {
      const row = rowOf(this);
      if (row === undefined) return { top: 0, bottom: WINDOW_HEIGHT };
      const edge = heightBefore(row) - top;
      return { top: edge, bottom: edge + heightOf(row) };
    },
  });
  render();
  top = contentHeight() - WINDOW_HEIGHT;
  vi.stubGlobal('document', document);
  vi.stubGlobal('Node', { DOCUMENT_POSITION_FOLLOWING: 4 });
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  vi.stubGlobal('getComputedStyle', (element: Element) => ({
    overflowY: element === main ? 'auto' : 'visible',
    whiteSpace: 'normal',
  }));
}

async function read(page: Page): Promise<ConversationReading> {
  openPage(page);
  let reading: ConversationReading | null = null;
  void accumulate(pageView(BUILT_IN.get('chatgpt').conversation), READING_LIMITS).then((result) => {
    reading = result;
  });
  while (reading === null) await vi.advanceTimersByTimeAsync(5);
  return reading;
}

const textsIn = (reading: ConversationReading) =>
  reading.kind === 'none' ? [] : reading.turns.map(({ text }) => text);
const ALL = Array.from({ length: COUNT }, (_, index) => textOf(index));
const LAST_14 = ALL.slice(-14);

/** Ways of loading older messages that come within the wait at the upper edge. */
const IN_TIME: [string, Pick<Page, 'loadsAfterMs' | 'spinner'>][] = [
  ['without a sign', { loadsAfterMs: 700 }],
  [
    '600 ms after the edge, behind a spinner without height',
    { loadsAfterMs: 600, spinner: { afterMs: 150, height: 0 } },
  ],
  [
    '800 ms after the edge, behind a spinner without height',
    { loadsAfterMs: 800, spinner: { afterMs: 150, height: 0 } },
  ],
  ['500 ms after the edge, behind a spinner', { loadsAfterMs: 500, spinner: { afterMs: 130, height: 40 } }],
  ['700 ms after the edge, behind a spinner', { loadsAfterMs: 700, spinner: { afterMs: 10, height: 40 } }],
];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['that are loaded very late', { loadsAfterMs: 1_500 }],
  ['that are never loaded', {}],
])(
  'the reader of a page that shows few messages claims no total where a page numbers its loaded messages alone, with older ones %s',
  async (_, late) => {
    const reading = await read({ numbers: 'loaded', held: 14, ...late });
    expect(reading.kind).toBe('uncounted');
    expect(textsIn(reading)).toEqual(LAST_14);
  },
);

it.each(IN_TIME)(
  'the reader of a page that shows few messages waits for older messages that are loaded %s',
  async (_, loading) => {
    const byId = await read({ numbers: 'ids', held: 14, ...loading });
    expect(byId.kind).toBe('uncounted');
    expect(textsIn(byId)).toEqual(ALL);
    const byPlace = await read({ numbers: 'places', held: 14, ...loading });
    expect(byPlace.kind).toBe('complete');
    expect(textsIn(byPlace)).toEqual(ALL);
  },
);

it.each(IN_TIME)(
  'the reader of a page that shows few messages says that it lost the place where rows are numbered again after they are loaded %s',
  async (_, loading) => {
    const reading = await read({ numbers: 'loaded', held: 14, ...loading });
    expect(reading).toMatchObject({ kind: 'partial', total: null, isEnd: true, stoppedBy: 'lost' });
    expect(textsIn(reading)).toEqual(LAST_14);
  },
);

it('the reader of a page that shows few messages says how many messages are missing where the page numbers all of them', async () => {
  const reading = await read({ numbers: 'places', held: 14 });
  expect(reading).toMatchObject({ kind: 'partial', total: 26, isEnd: true, stoppedBy: 'page' });
  expect(textsIn(reading)).toEqual(LAST_14);
});

it('the reader of a page that shows few messages reads 26 messages within two seconds where nothing is loaded', async () => {
  const start = Date.now();
  await read({ numbers: 'places', held: 26 });
  expect(Date.now() - start).toBeLessThan(2_000);
});
