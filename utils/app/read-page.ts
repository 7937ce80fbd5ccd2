import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';
import { isOpen, type Report } from '@/utils/model/report';
import type { Documents, Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { mayHaveMoved } from '@/utils/rules/may-have-moved';
import type { Ports } from './ports';

type Got = { ok: true; documents: Documents } | { ok: false; failure: ReadFailure };

/** All documents of one need, side by side. One that is missing makes the whole incomplete, so it fails the whole. */
async function fetchAll(ports: Ports, page: StatusPage, need: 'reading' | 'history'): Promise<Got> {
  const { platform, address, hosts, isCorsOpen } = page;
  const wanted = ADAPTERS[platform].requests(address).filter((request) => request.need === need);
  const answers = await Promise.all(wanted.map(({ url }) => ports.fetchDocument({ url, hosts, isCorsOpen })));
  const documents: Record<string, string> = {};
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    documents[wanted[index]?.name ?? ''] = answer.body;
  }
  return { ok: true, documents };
}

/** Whether an incident that was open has left the page without a word: how it ended stands in the history only. */
function lacksAnEnding(before: Report | null, after: Report): boolean {
  const listed = new Set(after.incidents.map((incident) => incident.id));
  return (before?.incidents ?? []).some((incident) => isOpen(incident) && !listed.has(incident.id));
}

async function readReport(ports: Ports, page: StatusPage, before: Report | null, isListDue: boolean): Promise<Reading> {
  const { platform, pageId, address } = page;
  const expected = { pageId, origin: address };
  const got = await fetchAll(ports, page, 'reading');
  if (!got.ok) return got;
  const reading = ADAPTERS[platform].parse(got.documents, expected);
  if (!reading.ok || !(isListDue || lacksAnEnding(before, reading.report))) return reading;
  const history = await fetchAll(ports, page, 'history');
  // Without the history the reading stands all the same: it tells how things are now.
  if (!history.ok) return reading;
  const whole = ADAPTERS[platform].parse({ ...got.documents, ...history.documents }, expected);
  return whole.ok ? whole : reading;
}

type Found = { page: StatusPage; reading: Reading };

/** Reads the first candidate that is what it should be, beginning with the one that was so last time. */
async function readCandidates(
  ports: Ports,
  { statusPages }: Assistant,
  { address, report }: PageMemory,
  isListDue: boolean,
): Promise<Found | null> {
  const isCurrent = (page: StatusPage) => page.address === address;
  let first: Found | null = null;
  for (const page of [...statusPages.filter(isCurrent), ...statusPages.filter((page) => !isCurrent(page))]) {
    const before = address === null || isCurrent(page) ? report : null;
    const reading = await readReport(ports, page, before, isListDue).catch(() => BROKEN);
    if (reading.ok) return { page, reading };
    first ??= { page, reading };
    if (!mayHaveMoved(reading.failure)) break;
  }
  return first;
}

/** An adapter that throws is a defect of ours; it must not stop the others, nor leave an old green standing. */
const BROKEN: Reading = { ok: false, failure: { kind: 'wrong_shape' } };

/** Reads the status page of an assistant that has one, and remembers it. A failure keeps the last good report. Never rejects. */
export async function readPage(
  ports: Ports,
  assistant: Assistant,
  memory: PageMemory | undefined,
  isListDue: boolean,
): Promise<PageMemory> {
  const before = memory ?? NEVER_READ;
  const found = await readCandidates(ports, assistant, before, isListDue);
  if (found === null) return before;
  const { page, reading } = found;
  const triedAt = ports.now();
  const listTriedAt = isListDue && reading.ok ? triedAt : before.listTriedAt;
  const tried = { triedAt, listTriedAt };
  if (reading.ok) {
    return { ...tried, address: page.address, report: reading.report, readAt: triedAt, failure: null, failures: 0 };
  }
  // What was not allowed was not tried: it says nothing of how well the page answers.
  const failures = reading.failure.kind === 'not_allowed' ? before.failures : before.failures + 1;
  return { ...before, ...tried, failure: reading.failure, failures };
}
