import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { type Detected, NEVER_READ, type PageMemory } from '@/utils/model/page-memory';
import { isOpen, type Report } from '@/utils/model/report';
import type { DocumentRequest, Documents, Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { identifyPage, PROBE_PATHS } from '@/utils/platforms/detect';
import { failed } from '@/utils/platforms/util';
import { isOlderCopy, isTooMuch } from '@/utils/rules/judging/reading';
import { isProbeDue, mayHaveMoved } from '@/utils/rules/polling/plan-polls';
import type { Ports } from './ports';

/**
 * What the host of a status page looks like, now that the page is not what it should be; null when like nothing that
 * we know. Enough to be told to people, not to be judged by: nobody has read more of it than whose it says that it is.
 */
export async function detectPage(ports: Ports, { address, hosts, isCorsOpen }: StatusPage): Promise<Detected | null> {
  const { host, origin } = new URL(address);
  const answers = await Promise.all(
    PROBE_PATHS.map((path) => ports.fetchDocument({ url: origin + path, hosts, isCorsOpen })),
  );
  const [found] = answers.flatMap((answer) => (answer.ok && identifyPage(answer.body, host)) || []);
  return found === undefined ? null : { platform: found.platform };
}

type Need = NonNullable<DocumentRequest['need']>;
type FetchResult = { ok: true; documents: Documents } | { ok: false; failure: ReadFailure };

/** All documents of one need, or without one those of every reading, side by side. One that is missing makes the whole incomplete, so it fails the whole. */
async function fetchAll(ports: Ports, page: StatusPage, need?: Need): Promise<FetchResult> {
  const { platform, address, pageId, hosts, isCorsOpen } = page;
  const wanted = ADAPTERS[platform].requests(address, pageId).filter((request) => request.need === need);
  const answers = await Promise.all(wanted.map(({ url }) => ports.fetchDocument({ url, hosts, isCorsOpen })));
  const documents: Record<string, string> = {};
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    documents[wanted[index]?.name ?? ''] = answer.body;
  }
  return { ok: true, documents };
}

/** Whether an incident that was open has left the page without a word: how it ended stands in the history only. */
function disappearedWhileOpen(before: Report | null, after: Report): boolean {
  const listed = new Set(after.incidents.map((incident) => incident.id));
  return (before?.incidents ?? []).some((incident) => isOpen(incident) && !listed.has(incident.id));
}

/** What else is worth asking for after a reading. */
function lackingOf(before: Report | null, report: Report, isListDue: boolean): Need[] {
  const isNameless = report.incidents.some((incident) => isOpen(incident) && incident.componentIds.length === 0);
  return [
    ...(isListDue || disappearedWhileOpen(before, report) ? (['history'] as const) : []),
    ...(isNameless ? (['detail'] as const) : []),
  ];
}

async function readReport(ports: Ports, page: StatusPage, before: Report | null, isListDue: boolean): Promise<Reading> {
  const { platform, pageId, address, hosts } = page;
  const parse = (documents: Documents) =>
    ADAPTERS[platform].parse(documents, { pageId, origin: address, hosts, readAt: ports.now() });
  const got = await fetchAll(ports, page);
  if (!got.ok) return got;
  let { documents } = got;
  let reading = parse(documents);
  if (!reading.ok) return reading;
  for (const need of lackingOf(before, reading.report, isListDue)) {
    const more = await fetchAll(ports, page, need);
    // Without it the reading stands all the same: it tells how things are now.
    if (!more.ok || Object.keys(more.documents).length === 0) continue;
    const whole = parse({ ...documents, ...more.documents });
    if (!whole.ok) continue;
    documents = { ...documents, ...more.documents };
    reading = whole;
  }
  return reading;
}

/** A page that has been as it is for so long, and not as it was, is no copy: it was put back. */
const COMPARED_FOR_MS = 6 * 3_600_000;

function unlessUnfit(read: Extract<Reading, { ok: true }>, before: Report | null, now: number): Reading {
  if (isTooMuch(read.report, now)) return failed('too_large');
  return before !== null && isOlderCopy(before, read.report, now) ? failed('older_copy') : read;
}

type PageReading = { page: StatusPage; reading: Reading };

/** Reads the first candidate that is what it should be, beginning with the one that was so last time. */
async function readCandidates(
  ports: Ports,
  { statusPages }: Assistant,
  { address, report, readAt }: PageMemory,
  isListDue: boolean,
): Promise<PageReading | null> {
  const isCurrent = (page: StatusPage) => page.address === address;
  const [current] = statusPages.filter(isCurrent);
  let first: PageReading | null = null;
  for (const page of [...statusPages.filter(isCurrent), ...statusPages.filter((page) => !isCurrent(page))]) {
    // Another address may be of another page, which may well have changed last before this one did.
    const isSame = address === null || isCurrent(page) || (page.pageId !== null && page.pageId === current?.pageId);
    const before = isSame ? report : null;
    const read = await readReport(ports, page, before, isListDue).catch(() => BROKEN);
    const isRecent = ports.now() - (readAt ?? 0) < COMPARED_FOR_MS;
    const reading = read.ok ? unlessUnfit(read, isRecent ? before : null, ports.now()) : read;
    if (reading.ok) return { page, reading };
    first ??= { page, reading };
    if (!mayHaveMoved(reading.failure)) break;
  }
  return first;
}

/** An adapter that throws is a defect of ours; it must not stop the others, nor leave an old green standing. */
const BROKEN: Reading = failed('wrong_shape');

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
    const { report } = reading;
    const healed = { failure: null, failures: 0, detected: null, probedAt: before.probedAt };
    return { ...tried, ...healed, address: page.address, report, readAt: triedAt };
  }
  // What was not allowed was not tried: it says nothing of how well the page answers.
  const { failure } = reading;
  const failures = failure.kind === 'not_allowed' ? before.failures : before.failures + 1;
  const after = { ...before, ...tried, failure, failures };
  if (!isProbeDue(before, failure, triedAt)) return after;
  return { ...after, detected: await detectPage(ports, page).catch(() => null), probedAt: triedAt };
}
