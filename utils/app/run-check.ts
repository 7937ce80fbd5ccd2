import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Check } from '@/utils/model/check';
import { CHECK_STEPS, type CheckStep, type Findings, NOTHING_FOUND } from '@/utils/model/findings';
import { currentPageOf } from '@/utils/model/status';
import { isAssistantWay } from '@/utils/model/way';
import { answerOfPage, answerOfSeveral, answerOfSite } from '@/utils/rules/read-answers';
import { readMaker } from '@/utils/rules/read-maker';
import { readSends } from '@/utils/rules/read-sends';
import { lookAt } from './look-at';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';

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
  maker: { kind: 'unknown', level: 'unknown', names: [] },
};

/** Other makers whose pages anybody may read: the person's own first, else whoever there is. */
async function othersThan(ports: Ports, id: AssistantId): Promise<AssistantId[]> {
  const { watched, planB } = await ports.readOptions();
  const all = [
    ...new Set([...watched, ...planB.filter(isAssistantWay), ...ASSISTANTS.map((assistant) => assistant.id)]),
  ];
  const isOpen = (one: AssistantId) => assistantOf(one).statusPages[0]?.isCorsOpen === true;
  return all.filter((one) => one !== id && isOpen(one)).slice(0, OTHERS_ASKED);
}

type Steps = { [S in CheckStep]: () => Promise<Findings[S]> };

function stepsOf(ports: Ports, round: InTurn, assistant: Assistant): Steps {
  const { id, chatSites } = assistant;
  return {
    browser: async () => (ports.isOnline() ? 'online' : 'offline'),
    page: async () => answerOfPage((await round(() => lookAt(ports, [id]))).pages[id]),
    others: async () => {
      const others = await othersThan(ports, id);
      const { pages } = await round(() => lookAt(ports, others));
      return answerOfSeveral(others.map((other) => answerOfPage(pages[other])));
    },
    site: async () => answerOfSite(await ports.probeSite(chatSites[0].url)),
    sends: async () => readSends((await ports.readEvidence()).events[id] ?? [], ports.now()),
    maker: async () => {
      const status = await ports.readStatus();
      return readMaker(currentPageOf(status, assistant), status.verdicts[id], status.pages[id]?.report ?? null);
    },
  };
}

/**
 * Looks into why a chat does not work, step by step, and writes down each step for the page that asked. A step that
 * fails or takes too long is not known; it stops no other. A browser that is offline is asked no further.
 */
export async function runCheck(ports: Ports, round: InTurn, id: AssistantId): Promise<void> {
  const steps = stepsOf(ports, round, assistantOf(id));
  const startedAt = ports.now();
  let findings = NOTHING_FOUND;
  const note = (running: Check['running']) =>
    ports.writeCheck(id, { startedAt, movedAt: ports.now(), running, findings });
  for (const step of CHECK_STEPS) {
    await note(step);
    const found = await ports.withPatience<unknown>(steps[step](), STEP_LIMIT_MS).catch(() => null);
    findings = { ...findings, [step]: found ?? NOT_KNOWN[step] };
    if (findings.browser === 'offline') break;
  }
  await note(null);
}
