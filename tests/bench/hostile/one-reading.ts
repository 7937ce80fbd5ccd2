import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { firstPageOf } from '@/tests/fakes/samples';
import { hostilePages } from '@/tests/fixtures/hostile-documents';
import { runRound } from '@/utils/app/round';
import { ADAPTERS } from '@/utils/platforms/adapters';

/** `tsx one-reading.ts <index> <most>`: one round with one hostile page; prints its cost as JSON. */
const [index = '0', most = '1000'] = process.argv.slice(2);
const page = hostilePages(Number(most))[Number(index)];
if (page === undefined) throw new Error(`There is no hostile page ${index}`);
const browser = new FakeBrowser();
browser.options = { ...browser.options, watched: [page.assistant] };
const { platform, address, pageId } = firstPageOf(page.assistant);
const bodies = page.documents();
for (const { name, url } of ADAPTERS[platform].requests(address, pageId)) {
  if (bodies[name] !== undefined) browser.answers.set(url, bodies[name]);
}
const before = process.resourceUsage().maxRSS;
const startedAt = performance.now();
await runRound(browser.ports());
const ms = performance.now() - startedAt;
const bytes = (process.resourceUsage().maxRSS - before) * 1_024;
console.log(JSON.stringify({ ms, bytes, stored: browser.largestStored }));
