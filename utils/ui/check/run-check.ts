import { type Assistant, type AssistantId, homeOf } from '@/utils/model/assistant';
import { CHECK_STEPS, type CheckStep, type Findings, NOTHING_FOUND, type SiteProbe } from '@/utils/model/diagnosis';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { isAssistantFallback } from '@/utils/model/fallback';
import type { Check } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import { currentPageOf, type Status } from '@/utils/model/status';
import { answerOfPage, answerOfSeveral, answerOfSite, readProvider, readSends } from '@/utils/rules/evidence/findings';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** Longer than one document takes at the most, and than a round that is under way. */
const STEP_LIMIT_MS = 20_000;

/** That somebody else answers shows that the line works; that one other does not shows little. */
const OTHERS_ASKED = 2;

/** What is put down for a step that came to no end. */
const NOT_KNOWN: Findings = {
  browser: null,
  page: 'not_known',
  others: 'not_known',
  site: 'not_known',
  sends: { kind: 'none', suspicion: null },
  provider: { kind: 'unknown', level: 'unknown', names: [] },
};

/** Where it is looked. */
export interface CheckSources {
  /** Epoch milliseconds. */
  now(): number;
  isOnline(): boolean;
  readOptions(): Promise<Options>;
  readStatus(): Promise<Status>;
  readEvidence(): Promise<EvidenceMemory>;
  /** Has the background read and judge the status pages of these, within its limits. */
  look(ids: readonly AssistantId[]): Promise<unknown>;
  probeSite(url: string): Promise<SiteProbe>;
  /** The answer, or null when it takes longer than this. */
  withPatience<T>(answer: Promise<T>, ms: number): Promise<T | null>;
}

/** Other providers whose pages anybody may read: the person's own first, else whoever there is. */
async function othersThan(sources: CheckSources, id: AssistantId): Promise<AssistantId[]> {
  const { watched, planB } = await sources.readOptions();
  const all = [
    ...new Set([...watched, ...planB.filter(isAssistantFallback), ...allAssistants().map((assistant) => assistant.id)]),
  ];
  const isOpen = (one: AssistantId) => assistantOf(one).statusPages[0]?.isCorsOpen === true;
  return all.filter((one) => one !== id && isOpen(one)).slice(0, OTHERS_ASKED);
}

type Steps = { [S in CheckStep]: () => Promise<Findings[S]> };

function stepsOf(sources: CheckSources, assistant: Assistant): Steps {
  const { id } = assistant;
  const home = homeOf(assistant);
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
    site: async () => (home === null ? NOT_KNOWN.site : answerOfSite(await sources.probeSite(home))),
    sends: async () => readSends((await sources.readEvidence()).events[id] ?? [], sources.now()),
    provider: async () => {
      const status = await sources.readStatus();
      return readProvider(currentPageOf(status, assistant), status.verdicts[id], status.pages[id]?.report ?? null);
    },
  };
}

const hasAnswer = ({ page, others }: Findings): boolean =>
  [page, others].some((answer) => answer === 'well' || answer === 'error' || answer === 'unexpected');

/**
 * Looks into why a chat does not work, step by step, and calls back before each and at the end. A step that fails or
 * takes too long is not known; it stops no other. A browser that says it is offline is believed once nobody answers.
 */
export async function runCheck(sources: CheckSources, id: AssistantId, onStep: (check: Check) => void): Promise<void> {
  const steps = stepsOf(sources, assistantOf(id));
  let findings = NOTHING_FOUND;
  for (const step of CHECK_STEPS) {
    onStep({ running: step, findings });
    const found = await sources.withPatience<unknown>(steps[step](), STEP_LIMIT_MS).catch(() => null);
    findings = { ...findings, [step]: found ?? NOT_KNOWN[step] };
    if (step === 'others' && findings.browser === 'offline' && !hasAnswer(findings)) break;
  }
  onStep({ running: null, findings });
}
