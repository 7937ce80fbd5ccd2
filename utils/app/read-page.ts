import type { Assistant } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';
import { isOpen, type Report } from '@/utils/model/report';
import type { Documents, Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import type { Ports } from './ports';

type Got = { ok: true; documents: Documents } | { ok: false; failure: ReadFailure };

/** All documents of one need, side by side. One that is missing makes the whole incomplete, so it fails the whole. */
async function fetchAll(ports: Ports, assistant: Assistant, need: 'reading' | 'history'): Promise<Got> {
  const { platform, origin, hosts, isCorsOpen } = assistant.statusPage;
  const wanted = ADAPTERS[platform].requests(origin).filter((request) => request.need === need);
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

async function readReport(
  ports: Ports,
  assistant: Assistant,
  before: Report | null,
  isListDue: boolean,
): Promise<Reading> {
  const { platform, pageId, origin } = assistant.statusPage;
  const expected = { pageId, origin };
  const got = await fetchAll(ports, assistant, 'reading');
  if (!got.ok) return got;
  const reading = ADAPTERS[platform].parse(got.documents, expected);
  if (!reading.ok || !(isListDue || lacksAnEnding(before, reading.report))) return reading;
  const history = await fetchAll(ports, assistant, 'history');
  // Without the history the reading stands all the same: it tells how things are now.
  if (!history.ok) return reading;
  const whole = ADAPTERS[platform].parse({ ...got.documents, ...history.documents }, expected);
  return whole.ok ? whole : reading;
}

/** Reads one status page and remembers it. A failure keeps the last good report. Never rejects. */
export async function readPage(
  ports: Ports,
  assistant: Assistant,
  memory: PageMemory | undefined,
  isListDue: boolean,
): Promise<PageMemory> {
  const before = memory ?? NEVER_READ;
  // An adapter that throws is a defect of ours; it must not stop the others, nor leave an old green standing.
  const broken: Reading = { ok: false, failure: { kind: 'wrong_shape' } };
  const reading = await readReport(ports, assistant, before.report, isListDue).catch(() => broken);
  const triedAt = ports.now();
  const listTriedAt = isListDue && reading.ok ? triedAt : before.listTriedAt;
  if (reading.ok) return { report: reading.report, readAt: triedAt, triedAt, listTriedAt, failure: null, failures: 0 };
  // What was not allowed was not tried: it says nothing of how well the page answers.
  const failures = reading.failure.kind === 'not_allowed' ? before.failures : before.failures + 1;
  return { ...before, triedAt, failure: reading.failure, failures };
}
