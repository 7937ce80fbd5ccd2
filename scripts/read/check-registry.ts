import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { ReadFailureKind } from '@/utils/model/failure';
import { isOpen } from '@/utils/model/report';
import type { Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { scopeOf } from '@/utils/rules/judging/judge';
import { levelOf } from '@/utils/rules/judging/level';
import { levelOfWholePage } from '@/utils/rules/judging/whole-page';
import { beliefIn } from './believe';
import type { Fetcher } from './fetch-place';

/** Result of one candidate of an assistant. */
export interface CheckRow {
  assistant: string;
  /** Format and address; null if the assistant has no page that is read. */
  candidate: string | null;
  outcome: 'works' | 'broke' | 'no page';
  why: string;
  /** Milliseconds; null without a request. */
  tookMs: number | null;
  /** Null if nothing could be read. */
  openIncidents: number | null;
  /** Null if nothing failed. */
  failure: ReadFailureKind | null;
}

async function readPage(
  fetchDocument: Fetcher,
  page: StatusPage,
  now: () => number,
): Promise<{ reading: Reading; documents: string[] }> {
  const { platform, address, pageId, hosts } = page;
  const wanted = ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need === undefined);
  const documents: Record<string, string> = {};
  for (const { name, url } of wanted) {
    const fetched = await fetchDocument(url, hosts);
    if (!fetched.ok) return { reading: fetched, documents: [name] };
    documents[name] = fetched.body;
  }
  return {
    reading: ADAPTERS[platform].parse(documents, { pageId, origin: address, hosts, readAt: now() }),
    documents: Object.keys(documents),
  };
}

async function checkCandidate(
  fetchDocument: Fetcher,
  { id, name }: Assistant,
  page: StatusPage,
  now: () => number,
): Promise<CheckRow> {
  const startedAt = now();
  const { reading, documents } = await readPage(fetchDocument, page, now);
  const row = { assistant: id, candidate: `${page.platform} ${page.address}`, tookMs: now() - startedAt };
  const { shape, identity, core } = beliefIn(reading, page.platform, page, documents);
  if (!reading.ok) {
    const { failure } = reading;
    const why = failure.kind === 'http_error' ? `http_error ${failure.status}` : failure.kind;
    return { ...row, outcome: 'broke', why, openIncidents: null, failure: failure.kind };
  }
  const openIncidents = reading.report.incidents.filter(isOpen).length;
  const read = { ...row, openIncidents, failure: null };
  const said = `${shape}, ${identity}`;
  if (core.length === 0) {
    const { level, reason, suspicion } = levelOfWholePage(reading.report, now());
    if (suspicion === null && level === 'unknown')
      return { ...read, outcome: 'broke', why: `${reason} (the whole page)` };
    return {
      ...read,
      outcome: 'works',
      why: `${said}; the whole page: ${suspicion === null ? level : 'possible issue'}`,
    };
  }
  const { level, reason } = levelOf(
    reading.report,
    scopeOf({ name }, page, [], { report: reading.report, foundParts: [] }),
    now(),
  );
  const parts = core.map((one) => one.name).join(', ');
  if (level === 'unknown') return { ...read, outcome: 'broke', why: `${reason} (${parts})` };
  return { ...read, outcome: 'works', why: `${said}; ${parts}: ${level}` };
}

/** Reads every candidate of each assistant in parallel, because their hosts differ. */
export async function checkRegistry(
  fetchDocument: Fetcher,
  assistants: readonly Assistant[],
  now: () => number,
): Promise<CheckRow[]> {
  const rows = await Promise.all(
    assistants.map(async (assistant): Promise<CheckRow[]> => {
      const { id, statusPages, unreadReason } = assistant;
      const nothing = { candidate: null, tookMs: null, openIncidents: null, failure: null };
      if (statusPages.length === 0) return [{ assistant: id, ...nothing, outcome: 'no page', why: unreadReason }];
      return Promise.all(statusPages.map((page) => checkCandidate(fetchDocument, assistant, page, now)));
    }),
  );
  return rows.flat();
}

/** Assistants without a working candidate. One without a status page is not broken. */
export function brokenOf(rows: readonly CheckRow[]): string[] {
  const isBroken = (id: string) => {
    const own = rows.filter(({ assistant, candidate }) => assistant === id && candidate !== null);
    return own.length > 0 && own.every(({ outcome }) => outcome === 'broke');
  };
  return [...new Set(rows.map(({ assistant }) => assistant))].filter(isBroken);
}

/** No request got an answer: there is no network, or a firewall. */
export function isCutOff(rows: readonly CheckRow[]): boolean {
  const asked = rows.filter(({ candidate }) => candidate !== null);
  return asked.length > 0 && asked.every(({ failure }) => failure === 'unreachable' || failure === 'timeout');
}
