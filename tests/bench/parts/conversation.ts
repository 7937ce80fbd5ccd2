import { withChromium } from '@/tests/bench/with-chromium';
import { chatgptSite } from '@/tests/loopback/chat-sites/chatgpt-site';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import type { LongConversation } from '@/tests/loopback/chat-sites/long-conversation';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { ConversationHints, ConversationReading } from '@/utils/model/conversation';
import { measured, type Row } from '../row';

const RUNS = 7;
const LONG: LongConversation = { shape: 'by-index', count: 200, length: 400_000, endpoint: 'down' };
const BUDGET_MS = 3_000;

interface Timed {
  ms: number;
  reading: ConversationReading;
}

const CASES = [
  ['the site’s own endpoint', 'claude', claudeSite, { ...LONG, endpoint: 'well' }],
  ['a virtualized list by `data-index`', 'claude', claudeSite, LONG],
  ['a virtualized list by `data-turn-id`', 'chatgpt', chatgptSite, { ...LONG, shape: 'by-turn-id' }],
  ['a list that is in the page as a whole', 'claude', claudeSite, { ...LONG, shape: 'plain' }],
] as const;

/** Reads the conversation of the tab with this address as the popup does. As text: tsx would add helpers to functions. */
const readInTab = (url: string, hints: ConversationHints): string => `(async () => {
  const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${url}*`)} });
  const target = { tabId: tab.id };
  const start = performance.now();
  await chrome.scripting.executeScript({ target, files: ['/conversation.js'] });
  const func = (hints) => globalThis.understudyReadConversation(hints, '/new');
  const [frame] = await chrome.scripting.executeScript({ target, func, args: [${JSON.stringify(hints)}] });
  return { ms: performance.now() - start, reading: frame.result };
})()`;

/** How long it takes to read 200 messages of 400,000 characters, injection included. */
export function measureConversation(): Promise<Row[]> {
  return withChromium(
    { scenario: 'healthy', grants: ['https://claude.ai/*', 'https://chatgpt.com/*'] },
    async (understudy, loopback) => {
      const rows: Row[] = [];
      for (const [what, id, { host, chatPath }, conversation] of CASES) {
        loopback.overrideSite(host, { load: { kind: 'well', conversation } });
        const url = `https://${host}${chatPath}`;
        const times: number[] = [];
        for (let run = 0; run < RUNS; run++) {
          const page = await understudy.context.newPage();
          await page.goto(url);
          await page.waitForSelector('[data-ready]');
          await page.bringToFront();
          const script = readInTab(url, BUILT_IN.get(id).conversation);
          const { ms, reading }: Timed = await understudy.worker.evaluate(script);
          if (reading.kind === 'none' || reading.turns.length !== 200) throw new Error(`${what}: messages are missing`);
          times.push(ms);
          await page.close();
        }
        rows.push(measured(`200 messages, ${what}`, times, 'ms', BUDGET_MS));
      }
      return rows;
    },
  );
}
