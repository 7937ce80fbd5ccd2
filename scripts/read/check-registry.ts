import type { DocumentAddress } from '@/utils/app/ports';
import { readHosts } from '@/utils/app/read-page';
import { type Assistant, isCoreKnown, type StatusPage } from '@/utils/model/assistant';
import type { ReadFailureKind } from '@/utils/model/failure';
import { isOpen, type Report } from '@/utils/model/report';
import { NEVER_READ } from '@/utils/model/status-page';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { scopeOf } from '@/utils/rules/judging/judge';
import { levelOf, levelOfWholePage } from '@/utils/rules/judging/level';
import type { Fetcher } from './fetch-place';
import { trustIn } from './trust';

/** Which facts of the registry a page shows to be true. */
interface SeenFacts {
  identity: string;
  core: string;
  words: string;
  isTrue: boolean;
}

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
  /** Null if the page could not be read. */
  facts: SeenFacts | null;
}

function seenFacts({ lists, components }: Report, page: StatusPage, isKnown: boolean): SeenFacts {
  const { pageId, core, coreNames } = page;
  const identity = pageId === null ? 'none recorded' : 'matched';
  if (!isCoreKnown(page)) return { identity, core: 'none recorded', words: 'none recorded', isTrue: true };
  if (lists === 'incidents') {
    // Components that work are not listed, so no name or id can be missing.
    return { identity, core: 'listed during incidents only', words: isKnown ? 'known' : 'unknown', isTrue: isKnown };
  }
  const wanted = [...core, ...coreNames.map((name) => ({ id: null, name }))];
  const found = wanted.map((part) => {
    const byId = components.filter(({ id }) => id === part.id);
    const listed = byId.length > 0 ? byId : components.filter(({ name }) => name === part.name);
    return { part, how: byId.length > 0 ? 'by id' : listed.length === 1 ? 'by name' : 'missing', listed };
  });
  const strange = found.filter(({ listed }) => listed.some(({ level }) => level === 'unknown'));
  return {
    identity,
    core: found.map(({ part, how }) => `${part.name}: ${how}`).join('; '),
    words: strange.length === 0 ? 'known' : `unknown: ${strange.map(({ part }) => part.name).join(', ')}`,
    isTrue:
      isKnown &&
      strange.length === 0 &&
      found.every(({ part, how }) => how === (part.id === null ? 'by name' : 'by id')),
  };
}

/** The names of the documents that every reading of a page needs. */
const documentsOf = ({ platform, address, pageId }: StatusPage): string[] =>
  ADAPTERS[platform]
    .requests(address, pageId)
    .filter(({ need }) => need === undefined)
    .map(({ name }) => name);

async function checkCandidate(
  fetchDocument: Fetcher,
  { id, name }: Assistant,
  page: StatusPage,
  now: () => number,
): Promise<CheckRow> {
  const startedAt = now();
  const ports = { fetchDocument: ({ url, hosts }: DocumentAddress) => fetchDocument(url, hosts), now };
  const { reading } = await readHosts(ports, page, NEVER_READ, null, false);
  const row = { assistant: id, candidate: `${page.platform} ${page.address}`, tookMs: now() - startedAt };
  const { shape, identity, core } = trustIn(reading, page.platform, page, documentsOf(page));
  if (!reading.ok) {
    const { failure } = reading;
    const why = failure.kind === 'http_error' ? `http_error ${failure.status}` : failure.kind;
    return { ...row, outcome: 'broke', why, openIncidents: null, failure: failure.kind, facts: null };
  }
  const openIncidents = reading.report.incidents.filter(isOpen).length;
  const { report } = reading;
  const isWhole = core.length === 0;
  const { level, reason, suspicion } = isWhole
    ? levelOfWholePage(report, now())
    : levelOf(report, scopeOf({ name }, page, [], { report, foundParts: [] }), now());
  const facts = seenFacts(report, page, level !== 'unknown');
  const read = { ...row, openIncidents, failure: null, facts };
  const judged = isWhole ? 'the whole page' : core.map((one) => one.name).join(', ');
  if (level === 'unknown' && suspicion === null) return { ...read, outcome: 'broke', why: `${reason} (${judged})` };
  const found = suspicion === null ? level : 'possible issue';
  return { ...read, outcome: 'works', why: `${shape}, ${identity}; ${judged}: ${found}` };
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
      const nothing = { candidate: null, tookMs: null, openIncidents: null, failure: null, facts: null };
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
