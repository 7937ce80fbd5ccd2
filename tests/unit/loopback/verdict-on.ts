import type { Loopback } from '@/tests/loopback/loopback';
import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { Report } from '@/utils/model/report';
import { NEVER_READ } from '@/utils/model/status-page';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { judge } from '@/utils/rules/judging/judge';
import { askLoopback } from './ask-loopback';

function pageOf({ id, statusPages: [page] }: Assistant): StatusPage {
  if (page === undefined) throw new Error(`${id} has no status page`);
  return page;
}

/** Reads the page of an assistant in the loopback network. */
export async function reportOn(loopback: Loopback, assistant: Assistant): Promise<Report> {
  const { platform, address, pageId } = pageOf(assistant);
  const wanted = ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need === undefined);
  const bodies = await Promise.all(
    wanted.map(async ({ name, url }) => [name, (await askLoopback(loopback, url)).body] as const),
  );
  const reading = ADAPTERS[platform].parse(Object.fromEntries(bodies), { pageId, origin: address });
  if (!reading.ok) throw new Error(`${assistant.id}: ${reading.failure.kind}`);
  return reading.report;
}

/** The verdict on an assistant from its page in the loopback network. */
export async function verdictOn(loopback: Loopback, assistant: Assistant, parts: readonly string[] = []) {
  const { address } = pageOf(assistant);
  const report = await reportOn(loopback, assistant);
  const now = loopback.startedAt + loopback.offsetMs;
  const memory = { ...NEVER_READ, address, report, readAt: now, triedAt: now };
  return judge({ assistant, memory, now, parts, intervalMs: 300_000 });
}
