import type { Loopback } from '@/tests/loopback/loopback';
import type { Assistant } from '@/utils/model/assistant';
import { NEVER_READ } from '@/utils/model/page-memory';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { judge } from '@/utils/rules/judging/judge';
import { askLoopback } from './ask-loopback';

/** The verdict on an assistant from its page in the loopback network. */
export async function verdictOn(loopback: Loopback, assistant: Assistant, parts: readonly string[] = []) {
  const [page] = assistant.statusPages;
  if (page === undefined) throw new Error(`${assistant.id} has no status page`);
  const { platform, address, pageId } = page;
  const wanted = ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need === undefined);
  const bodies = await Promise.all(
    wanted.map(async ({ name, url }) => [name, (await askLoopback(loopback, url)).body] as const),
  );
  const reading = ADAPTERS[platform].parse(Object.fromEntries(bodies), { pageId, origin: address });
  if (!reading.ok) throw new Error(`${assistant.id}: ${reading.failure.kind}`);
  const now = loopback.startedAt + loopback.offsetMs;
  const memory = { ...NEVER_READ, address, report: reading.report, readAt: now, triedAt: now };
  return judge({ assistant, memory, now, parts, intervalMs: 300_000 });
}
