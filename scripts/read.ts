import { realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findPage } from '@/utils/app/find-page';
import type { Fetched } from '@/utils/app/ports';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Assistant, StatusPage } from '@/utils/model/assistant';
import type { PlatformId, Report } from '@/utils/model/report';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { ADAPTERS, type Reading } from '@/utils/platforms/adapters';
import { judge } from '@/utils/rules/judging/judge';
import { levelOfAll } from '@/utils/rules/judging/level';
import { withTable } from './docs/tables';
import { type CheckRow, checkRegistry, isCutOff } from './read/check-registry';
import { checkTable } from './read/check-table';
import { brokenFacts, currentFactsTable } from './read/facts';
import { type Fetcher, fetchFrom, fetchLive } from './read/fetch-place';
import { type Command, type Places, parseArguments, USAGE, UsageError } from './read/parse-arguments';
import { reportJson } from './read/report-json';
import { trustIn } from './read/trust';

/** An address without an answer is a failed reading; a missing file is a usage error. */
async function fetchOrRead(fetchDocument: Fetcher, place: string): Promise<Fetched> {
  if (/^https?:/.test(place)) return fetchDocument(place, null);
  const body = await readFile(place, 'utf8').catch(() => null);
  if (body === null) throw new UsageError(`There is no readable file ${place}.`);
  return { ok: true, body };
}

/** The assistant's candidate of this format; null without an assistant. */
function pageIn(platform: PlatformId, assistant: Assistant | null): StatusPage | null {
  if (assistant === null) return null;
  const page = assistant.statusPages.find((candidate) => candidate.platform === platform);
  if (page === undefined) throw new UsageError(`No status page of ${assistant.name} has the format ${platform}.`);
  return page;
}

async function readPlaces(
  fetchDocument: Fetcher,
  platform: PlatformId,
  page: StatusPage | null,
  places: Places,
): Promise<Reading> {
  const documents: Record<string, string> = {};
  for (const [name, place] of places) {
    const fetched = await fetchOrRead(fetchDocument, place);
    if (!fetched.ok) return fetched;
    documents[name] = fetched.body;
  }
  return ADAPTERS[platform].parse(documents, {
    pageId: page?.pageId ?? null,
    origin: page?.address ?? null,
    hosts: page?.hosts ?? [],
    readAt: Date.now(),
  });
}

/**
 * A recording is judged as of the last time in it, so the result is the same next year. A time after the real clock is an
 * error of the page.
 */
function momentOf(report: Report, places: Iterable<string>): number {
  const now = Date.now();
  if ([...places].some((place) => /^https?:/.test(place))) return now;
  const moments = [...report.incidents.map(({ updatedAt }) => updatedAt), report.sourceUpdatedAt ?? 0];
  return Math.max(0, ...moments.filter((at) => at <= now));
}

/** A reading as the background stores it. */
function readAt(report: Report, page: StatusPage | null, now: number): PageMemory {
  return { ...NEVER_READ, address: page?.address ?? null, report, readAt: now, triedAt: now };
}

/** What decided a verdict. */
function basisOf({ isByWholePage, isMatchedByName }: Verdict): 'whole_page' | 'name' | 'id' {
  if (isByWholePage) return 'whole_page';
  return isMatchedByName ? 'name' : 'id';
}

/** The command's output for documents given by name. */
export async function read(command: Extract<Command, { kind: 'read' }>, fetchDocument: Fetcher): Promise<object> {
  const { platform, assistant, places } = command;
  const page = pageIn(platform, assistant);
  const reading = await readPlaces(fetchDocument, platform, page, places);
  const believed = trustIn(reading, platform, page, [...places.keys()]);
  if (!reading.ok) {
    const verdict = assistant === null ? {} : { verdict: 'unknown' };
    return { platform, ...verdict, level: 'unknown', reason: reading.failure.kind, ...reportJson(null), believed };
  }
  const now = momentOf(reading.report, places.values());
  if (assistant === null) {
    const { level, reason } = levelOfAll(reading.report, now);
    return { platform, level, reason, ...reportJson(reading.report), believed };
  }
  const verdict = judge({ assistant, memory: readAt(reading.report, page, now), now, intervalMs: 0 });
  const { kind, level, reason } = verdict;
  const basis = { verdict: kind, by: basisOf(verdict) };
  return { platform, ...basis, level, reason, ...reportJson(reading.report), believed };
}

const NO_PARTS = { core: [], coreNames: [], features: [], hosts: [] };

async function find(address: string, fetchDocument: Fetcher): Promise<object> {
  const { host } = new URL(address);
  const found = await findPage((url) => fetchDocument(url, [host]), host);
  if (found.page === null) return { platform: null, level: 'unknown', reason: found.reason, ...reportJson(null) };
  const { page, reading, documents } = found;
  const { platform } = page;
  const believed = {
    ...trustIn(reading, platform, { ...NO_PARTS, pageId: page.pageId }, Object.keys(documents)),
    ...page,
  };
  if (!reading.ok) return { platform, level: 'unknown', reason: reading.failure.kind, ...reportJson(null), believed };
  const { level, reason } = levelOfAll(reading.report, Date.now());
  return { platform, level, reason, ...reportJson(reading.report), believed };
}

async function writeFacts(file: string, rows: readonly CheckRow[]): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === null) throw new UsageError(`There is no readable file ${file}.`);
  const today = new Date().toISOString().slice(0, 10);
  await writeFile(file, withTable(before, 'facts', currentFactsTable(before, today, rows)));
}

/** Where the command writes. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

async function answer(command: Command, { out }: Output): Promise<number> {
  const fetchDocument = command.standInPort === null ? fetchLive : fetchFrom(command.standInPort);
  if (command.kind === 'check') {
    const asked = command.assistant === null ? ASSISTANTS : [command.assistant];
    const rows = await checkRegistry(fetchDocument, asked, Date.now);
    out(`${checkTable(rows)}\n`);
    if (isCutOff(rows)) return 3;
    if (command.factsFile !== null) await writeFacts(command.factsFile, rows);
    return brokenFacts(rows).length > 0 ? 1 : 0;
  }
  const result =
    command.kind === 'find' ? await find(command.address, fetchDocument) : await read(command, fetchDocument);
  out(`${JSON.stringify(result, null, 2)}\n`);
  return 0;
}

/** Runs the command. Returns its exit code and never rejects. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  try {
    return await answer(parseArguments(args), output);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    output.err(isUsage ? `${error.message}\n\n${USAGE}\n` : `${error}\n`);
    return isUsage ? 2 : 1;
  }
}

/** Tests import this file and call its functions themselves. */
const isRunDirectly = realpathSync(process.argv[1] ?? '.') === realpathSync(fileURLToPath(import.meta.url));
if (isRunDirectly) {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
