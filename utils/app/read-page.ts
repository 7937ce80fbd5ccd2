import { withHost } from '@/utils/model/address';
import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { isOpen, type Report } from '@/utils/model/report';
import { type Detected, NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import {
  ADAPTERS,
  type DocumentRequest,
  type Documents,
  type PollFloors,
  type Reading,
} from '@/utils/platforms/adapters';
import { identifyPage, PROBE_PATHS } from '@/utils/platforms/detect';
import { failed } from '@/utils/platforms/read-body';
import { updateFoundParts } from '@/utils/rules/judging/find-core';
import { isOlderCopy, isTooMuch } from '@/utils/rules/judging/reading';
import {
  hostsInOrder,
  isProbeDue,
  isTurnedAway,
  mayHaveMoved,
  otherHostAfter,
  POLL_FLOORS,
} from '@/utils/rules/polling/plan-polls';
import type { Ports } from './ports';

/** How often the status page of an assistant may be read. */
export function pollFloorsOf({ statusPages: [page] }: Assistant): PollFloors {
  return (page === undefined ? undefined : ADAPTERS[page.platform].floors) ?? POLL_FLOORS;
}

/**
 * The platform that the host of a failing status page runs now; null when it is not recognized. For display only: a
 * report is not judged by a page that nobody has configured.
 */
async function detectPage(ports: Ports, { address, hosts, isCorsOpen }: StatusPage): Promise<Detected | null> {
  const { host, origin } = new URL(address);
  const answers = await Promise.all(
    PROBE_PATHS.map((path) => ports.fetchDocument({ url: origin + path, hosts, isCorsOpen })),
  );
  const [found] = answers.flatMap((answer) => (answer.ok && identifyPage(answer.body, host)) || []);
  return found === undefined ? null : { platform: found.platform };
}

/** What reading the documents of a page needs. */
type PagePorts = Pick<Ports, 'fetchDocument' | 'now'>;

type Need = NonNullable<DocumentRequest['need']>;
type FetchResult = { ok: true; documents: Documents; answeredMs: number | null } | { ok: false; failure: ReadFailure };

/** A status page, and the one of its hosts that is asked. */
interface AskedPage extends StatusPage {
  host: string;
}

/**
 * Fetches all documents of one need in parallel; without a need, those of every reading. One missing document makes the
 * report incomplete, so it fails the whole.
 */
async function fetchAll(ports: PagePorts, page: AskedPage, need?: Need): Promise<FetchResult> {
  const { platform, address, pageId, host, hosts, isCorsOpen } = page;
  const wanted = ADAPTERS[platform].requests(address, pageId).filter((request) => request.need === need);
  const answers = await Promise.all(
    wanted.map(({ url }) => ports.fetchDocument({ url: withHost(url, host), hosts, isCorsOpen })),
  );
  const documents: Record<string, string> = {};
  const times: number[] = [];
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    documents[wanted[index]?.name ?? ''] = answer.body;
    if (answer.answeredMs !== undefined) times.push(answer.answeredMs);
  }
  // The fastest document says most about the connection: the others may have waited for it.
  return { ok: true, documents, answeredMs: times.length === 0 ? null : Math.min(...times) };
}

/** Whether an open incident has left the page. How it ended is then in the page's history only. */
function disappearedWhileOpen(before: Report | null, after: Report): boolean {
  const listed = new Set(after.incidents.map((incident) => incident.id));
  return (before?.incidents ?? []).some((incident) => isOpen(incident) && !listed.has(incident.id));
}

/** Which additional documents a report calls for. */
function lackingOf(before: Report | null, report: Report, isListDue: boolean): Need[] {
  const isNameless = report.incidents.some((incident) => isOpen(incident) && incident.componentIds.length === 0);
  return [
    ...(isListDue || disappearedWhileOpen(before, report) ? (['history'] as const) : []),
    ...(isNameless ? (['detail'] as const) : []),
  ];
}

type TimedReading = Reading & { answeredMs?: number | null };

async function readReport(
  ports: PagePorts,
  page: AskedPage,
  before: Report | null,
  isListDue: boolean,
): Promise<TimedReading> {
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
    // Without the additional document the reading is still valid for the present.
    if (!more.ok || Object.keys(more.documents).length === 0) continue;
    const whole = parse({ ...documents, ...more.documents });
    if (!whole.ok) continue;
    documents = { ...documents, ...more.documents };
    reading = whole;
  }
  return { ...reading, answeredMs: got.answeredMs };
}

/** A page that stays older than this long after the last reading was reset by its provider; it is not an old cached copy. */
const COMPARED_FOR_MS = 6 * 3_600_000;

/** A failure in place of a report that is too large to be kept or older than one that was read. */
function rejectUnfit(read: Extract<TimedReading, { ok: true }>, before: Report | null, now: number): TimedReading {
  if (isTooMuch(read.report, now)) return failed('too_large');
  return before !== null && isOlderCopy(before, read.report, now) ? failed('older_copy') : read;
}

/** `host`: the one that answered; for a failure, the page's own. */
type PageReading = { page: StatusPage; host: string; reading: TimedReading };

/**
 * Reads a page from its own host and, only if that turns the request away, from its other hosts. The identity check is
 * the same for all. If all hosts fail, the failure of the page's own host is reported. Never rejects.
 */
export async function readHosts(
  ports: PagePorts,
  page: StatusPage,
  { otherHost }: Pick<PageMemory, 'otherHost'>,
  before: Report | null,
  isListDue: boolean,
): Promise<PageReading> {
  const { host: own } = new URL(page.address);
  let failure: Reading = BROKEN;
  for (const host of hostsInOrder(page.hosts, otherHost, ports.now())) {
    const reading = await readReport(ports, { ...page, host }, before, isListDue).catch(() => BROKEN);
    if (reading.ok) return { page, host, reading };
    if (host !== own) continue;
    failure = reading;
    if (!isTurnedAway(reading.failure)) break;
  }
  return { page, host: own, reading: failure };
}

/** Whether a candidate is the page of the last good reading. Another address may be another page. */
function isSamePage(page: StatusPage, { statusPages }: Assistant, { address }: PageMemory): boolean {
  const current = statusPages.find((one) => one.address === address);
  return address === null || page === current || (page.pageId !== null && page.pageId === current?.pageId);
}

/** Reads the first candidate with a valid report, starting with the page of the last good reading. */
async function readCandidates(
  ports: Ports,
  assistant: Assistant,
  memory: PageMemory,
  isListDue: boolean,
): Promise<PageReading | null> {
  const { statusPages } = assistant;
  const { address, report, readAt } = memory;
  const isCurrent = (page: StatusPage) => page.address === address;
  let first: PageReading | null = null;
  for (const page of [...statusPages.filter(isCurrent), ...statusPages.filter((page) => !isCurrent(page))]) {
    const before = isSamePage(page, assistant, memory) ? report : null;
    const read = await readHosts(ports, page, memory, before, isListDue);
    const isRecent = ports.now() - (readAt ?? 0) < COMPARED_FOR_MS;
    const reading = read.reading.ok ? rejectUnfit(read.reading, isRecent ? before : null, ports.now()) : read.reading;
    if (reading.ok) return { ...read, reading };
    first ??= { ...read, reading };
    if (!mayHaveMoved(reading.failure)) break;
  }
  return first;
}

/** An adapter that throws is our bug. It must neither stop the other pages nor leave an old verdict in place. */
const BROKEN: Reading = failed('wrong_shape');

/** Reads the status page of an assistant that has one. A failure keeps the last good report. Never rejects. */
export async function readPage(
  ports: Ports,
  assistant: Assistant,
  memory: PageMemory | undefined,
  isListDue: boolean,
): Promise<PageMemory> {
  const before = memory ?? NEVER_READ;
  const found = await readCandidates(ports, assistant, before, isListDue);
  if (found === null) return before;
  const { page, host, reading } = found;
  const triedAt = ports.now();
  const listTriedAt = isListDue && reading.ok ? triedAt : before.listTriedAt;
  const tried = { triedAt, listTriedAt };
  if (reading.ok) {
    const { report, answeredMs = null } = reading;
    const healed = { failure: null, failures: 0, detected: null, probedAt: before.probedAt };
    const known = isSamePage(page, assistant, before) ? before.foundParts : [];
    const foundParts = updateFoundParts(page, report, known);
    const otherHost = otherHostAfter(host, new URL(page.address).host, before.otherHost, triedAt);
    return { ...tried, ...healed, address: page.address, report, foundParts, readAt: triedAt, otherHost, answeredMs };
  }
  // A missing permission says nothing about how well the page answers.
  const { failure } = reading;
  const failures = failure.kind === 'not_allowed' ? before.failures : before.failures + 1;
  // Every host has failed, so the next try begins with the page's own.
  const after = { ...before, ...tried, failure, failures, otherHost: null };
  if (!isProbeDue(before, failure, triedAt)) return after;
  return { ...after, detected: await detectPage(ports, page).catch(() => null), probedAt: triedAt };
}
