import { readFile } from 'node:fs/promises';
import type { Fetched } from '@/utils/app/ports';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { coreIdsOf, type StatusPage } from '@/utils/model/assistant';
import type { Incident, Maintenance, PlatformId, Report, Update } from '@/utils/model/report';
import type { Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { levelOf, levelOfAll } from '@/utils/rules/level-of';

const USAGE = `Usage: npm run -s read -- --platform <${Object.keys(ADAPTERS).join('|')}> <document>=<file or address>… [--assistant <id>]

Reads the documents of a status page and prints what Understudy makes of them, as JSON.
Documents: ${Object.values(ADAPTERS)
  .map(
    (adapter) =>
      `${adapter.id}: ${adapter
        .requests('')
        .map((request) => request.name)
        .join(', ')}`,
  )
  .join('; ')}
Assistants: ${ASSISTANTS.map((assistant) => assistant.id).join(', ')}`;

class UsageError extends Error {}

interface Order {
  platform: PlatformId;
  assistant: (typeof ASSISTANTS)[number] | null;
  /** Where each document is, by its name. */
  places: Map<string, string>;
}

function parseOrder(args: readonly string[]): Order {
  let [platform, assistantId]: [string | undefined, string | undefined] = [undefined, undefined];
  const places = new Map<string, string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const [name = '', ...rest] = arg.split('=');
    if (arg === '--platform') platform = args[++i];
    else if (arg === '--assistant') assistantId = args[++i];
    else if (!arg.startsWith('-') && rest.length > 0) places.set(name, rest.join('='));
    else throw new UsageError(`"${arg}" is not understood.`);
  }
  const adapter = Object.values(ADAPTERS).find(({ id }) => id === platform);
  if (adapter === undefined) throw new UsageError(`--platform ${platform ?? '(missing)'} is not known.`);
  const assistant = ASSISTANTS.find(({ id }) => id === assistantId) ?? null;
  if (assistantId !== undefined && assistant === null) throw new UsageError(`--assistant ${assistantId} is not known.`);
  const known = adapter.requests('').map((request) => request.name);
  const stranger = [...places.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) throw new UsageError(`${adapter.id} has no document named "${stranger}".`);
  if (places.size === 0) throw new UsageError('No document is given.');
  return { platform: adapter.id, assistant, places };
}

/** An address that does not answer is a reading that failed; a file that is not there is a slip of the caller. */
async function fetchOrRead(place: string): Promise<Fetched> {
  if (!/^https?:/.test(place)) {
    const body = await readFile(place, 'utf8').catch(() => null);
    if (body === null) throw new UsageError(`There is no readable file ${place}.`);
    return { ok: true, body };
  }
  try {
    const response = await fetch(place, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return { ok: false, failure: { kind: 'http_error', status: response.status } };
    return { ok: true, body: await response.text() };
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

/** The assistant's candidate in this dialect; null without an assistant. */
function pageIn({ platform, assistant }: Pick<Order, 'platform' | 'assistant'>): StatusPage | null {
  if (assistant === null) return null;
  const page = assistant.statusPages.find((candidate) => candidate.platform === platform);
  if (page === undefined) throw new UsageError(`No status page of ${assistant.name} is in the dialect ${platform}.`);
  return page;
}

async function readPlaces({ platform, assistant, places }: Order): Promise<Reading> {
  const documents: Record<string, string> = {};
  for (const [name, place] of places) {
    const fetched = await fetchOrRead(place);
    if (!fetched.ok) return fetched;
    documents[name] = fetched.body;
  }
  const page = pageIn({ platform, assistant });
  return ADAPTERS[platform].parse(documents, { pageId: page?.pageId ?? null, origin: page?.address ?? null });
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
const updatesOf = <P extends string>(updates: Update<P>[]) =>
  updates.map((update) => ({ ...update, at: iso(update.at) }));

const incidentOf = ({ level: _, isExplained: __, ...incident }: Incident) => ({
  ...incident,
  startedAt: iso(incident.startedAt),
  updatedAt: iso(incident.updatedAt),
  resolvedAt: isoOrNull(incident.resolvedAt),
  updates: updatesOf(incident.updates),
});

const maintenanceOf = (maintenance: Maintenance) => ({
  ...maintenance,
  startsAt: iso(maintenance.startsAt),
  endsAt: isoOrNull(maintenance.endsAt),
  updates: updatesOf(maintenance.updates),
});

/** A recording is judged as of the last moment that it mentions, so that it reads the same next year. */
function momentOf(report: Report, places: Iterable<string>): number {
  if ([...places].some((place) => /^https?:/.test(place))) return Date.now();
  const moments = [...report.incidents.map(({ updatedAt }) => updatedAt), report.sourceUpdatedAt ?? 0];
  return Math.max(...moments);
}

async function main(args: readonly string[]): Promise<void> {
  const order = parseOrder(args);
  const { platform, assistant, places } = order;
  const reading = await readPlaces(order);
  if (!reading.ok) {
    const nothing = { sourceUpdatedAt: null, components: [], incidents: [], maintenances: [] };
    print({ platform, level: 'unknown', reason: reading.failure.kind, ...nothing });
    return;
  }
  const { report } = reading;
  const now = momentOf(report, places.values());
  const { level, reason } =
    assistant === null
      ? levelOfAll(report, now)
      : levelOf(report, { coreIds: coreIdsOf(pageIn(order)), name: assistant.name }, now);
  print({
    platform,
    level,
    reason,
    sourceUpdatedAt: isoOrNull(report.sourceUpdatedAt),
    components: report.components,
    incidents: report.incidents.map(incidentOf),
    maintenances: report.maintenances.map(maintenanceOf),
  });
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}\n` : `${error}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
