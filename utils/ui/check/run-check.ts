import type { Assistant, AssistantId } from '@/utils/model/assistant';
import {
  CHECK_STEPS,
  type CheckStep,
  type ConnectionFinding,
  type Findings,
  NOTHING_FOUND,
  type SiteProbe,
} from '@/utils/model/diagnosis';
import type { EvidenceEvent, EvidenceMemory } from '@/utils/model/evidence';
import { isAssistantFallback } from '@/utils/model/fallback';
import type { Check } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import { currentPageOf, type Status } from '@/utils/model/status';
import {
  answerOfPage,
  answerOfSeveral,
  answerOfSite,
  connectionSpeed,
  readAllSends,
  readProvider,
} from '@/utils/rules/evidence/findings';
import { freshEvidence } from '@/utils/rules/evidence/requests';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { verdictNow } from '@/utils/ui/verdict-now';

/** Longer than reading one document can take, and than a round that runs already. */
const STEP_LIMIT_MS = 20_000;

/** One page that responds shows that the connection works; one that does not respond shows little, so two are read. */
const OTHERS_ASKED = 2;

/** The findings of steps that failed or took too long. */
const NOT_KNOWN: Findings = {
  browser: null,
  page: 'not_known',
  others: 'not_known',
  site: 'not_known',
  sends: { kind: 'none', suspicion: null },
  provider: { kind: 'unknown', level: 'unknown', names: [] },
};

/** What the check reads. Tests replace it. */
export interface CheckSources {
  /** Epoch milliseconds. */
  now(): number;
  isOnline(): boolean;
  readOptions(): Promise<Options>;
  readStatus(): Promise<Status>;
  readEvidence(): Promise<EvidenceMemory>;
  /** Has the worker read and judge the status pages of these assistants, within its limits. */
  look(ids: readonly AssistantId[]): Promise<unknown>;
  probeSite(url: string): Promise<SiteProbe>;
  /** The answer, or null when it takes longer than `ms`. */
  orNullAfter<T>(answer: Promise<T>, ms: number): Promise<T | null>;
}

/** Other assistants whose status pages need no permission: the user's own first, then those of the registry. */
async function othersThan(sources: CheckSources, id: AssistantId): Promise<AssistantId[]> {
  const { watched, planB } = await sources.readOptions();
  const all = [
    ...new Set([...watched, ...planB.filter(isAssistantFallback), ...allAssistants().map((assistant) => assistant.id)]),
  ];
  const isOpen = (one: AssistantId) => assistantOf(one).statusPages[0]?.isCorsOpen === true;
  return all.filter((one) => one !== id && isOpen(one)).slice(0, OTHERS_ASKED);
}

/** The evidence without the failures of outages that, according to the page, are over. */
function withoutEnded(memory: EvidenceMemory, status: Status, now: number): EvidenceMemory {
  const entries = Object.entries(memory.events) as [AssistantId, EvidenceEvent[]][];
  const events = entries.map(([id, met]) => {
    const isUnderWay = status.episodes[id] !== undefined;
    return [id, isUnderWay ? met : [...freshEvidence(status, id, met, now)]];
  });
  return { ...memory, events: Object.fromEntries(events) };
}

type Steps = { [S in CheckStep]: () => Promise<Findings[S]> };

function stepsOf(sources: CheckSources, assistant: Assistant): Steps {
  const { id } = assistant;
  // The status page of what has no chat says nothing about its site.
  const chat = assistant.chatSites[0]?.url ?? null;
  const readPages = async (ids: readonly AssistantId[]) => {
    await sources.look(ids);
    return (await sources.readStatus()).pages;
  };
  return {
    browser: async () => (sources.isOnline() ? 'online' : 'offline'),
    page: async () => answerOfPage((await readPages([id]))[id]),
    others: async () => {
      const others = await othersThan(sources, id);
      const pages = await readPages(others);
      return answerOfSeveral(others.map((other) => answerOfPage(pages[other])));
    },
    site: async () => (chat === null ? NOT_KNOWN.site : answerOfSite(await sources.probeSite(chat))),
    sends: async () => {
      const [memory, status] = await Promise.all([sources.readEvidence(), sources.readStatus()]);
      const now = sources.now();
      return readAllSends(withoutEnded(memory, status, now), id, now);
    },
    provider: async () => {
      const [status, options] = await Promise.all([sources.readStatus(), sources.readOptions().catch(() => undefined)]);
      // The stored one may be old, if the worker could not be reached.
      const verdict = verdictNow(status, id, sources.now(), options);
      return readProvider(currentPageOf(status, assistant), verdict, status.pages[id]?.report ?? null);
    },
  };
}

/** How fast the connection is, by the pages that the check has read. */
async function lineOf(sources: CheckSources, id: AssistantId): Promise<ConnectionFinding | undefined> {
  const ids = [id, ...(await othersThan(sources, id))];
  const { pages } = await sources.readStatus();
  return connectionSpeed(
    ids.map((one) => pages[one]),
    sources.now(),
  );
}

const hasAnswer = ({ page, others }: Findings): boolean =>
  [page, others].some((answer) => answer === 'well' || answer === 'error' || answer === 'unexpected');

/**
 * Checks step by step why a chat does not work. Calls back before each step and at the end. A step that fails or takes too
 * long counts as unknown and stops no other. A browser that says it is offline is believed only when no page responds.
 */
export async function runCheck(sources: CheckSources, id: AssistantId, onStep: (check: Check) => void): Promise<void> {
  const steps = stepsOf(sources, assistantOf(id));
  let findings = NOTHING_FOUND;
  for (const step of CHECK_STEPS) {
    onStep({ running: step, findings });
    const found = await sources.orNullAfter<unknown>(steps[step](), STEP_LIMIT_MS).catch(() => null);
    findings = { ...findings, [step]: found ?? NOT_KNOWN[step] };
    if (step === 'others') {
      const line = await sources.orNullAfter(lineOf(sources, id), STEP_LIMIT_MS).catch(() => null);
      findings = { ...findings, line: line ?? undefined };
    }
    if (step === 'others' && findings.browser === 'offline' && !hasAnswer(findings)) break;
  }
  onStep({ running: null, findings });
}
