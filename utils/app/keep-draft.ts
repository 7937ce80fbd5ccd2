import { assistantOf } from '@/utils/assistants/everyone';
import { chatPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { KeepOrder, KeptDraft, KeptDrafts, KeptOffer } from '@/utils/model/kept-draft';
import type { Options } from '@/utils/model/options';
import { isInTrouble, type Status } from '@/utils/model/status';
import { draftFor, isLost, type Typed, tidyDrafts, withinBudget, withKept } from '@/utils/rules/kept-drafts';
import { clockTime } from '@/utils/words/moments';
import type { Ports } from './ports';
import { recall } from './recall';
import { startPutBack } from './transfers';

/** Whether what is typed to an assistant is kept now: the person asked for it, and there is trouble. */
export function isKeeping(status: Status, options: Options, id: AssistantId): boolean {
  return options.keepsDrafts && options.watched.includes(id) && isInTrouble(status, id);
}

/** What is kept for an assistant, without what was sent or is too old, and what its requests met. */
async function keptFor(ports: Ports, id: AssistantId) {
  const [all, { events }] = await Promise.all([ports.readDrafts(), ports.readEvidence()]);
  const evidence = events[id] ?? [];
  return { all, evidence, drafts: tidyDrafts(all[id] ?? [], evidence, ports.now()) };
}

type DraftStep = (drafts: KeptDraft[], evidence: readonly EvidenceEvent[]) => KeptDraft[];

async function change(ports: Ports, id: AssistantId, step: DraftStep): Promise<void> {
  await ports.inTurn(async () => {
    const { all, evidence, drafts } = await keptFor(ports, id);
    await ports.writeDrafts(withinBudget({ ...all, [id]: step(drafts, evidence) }));
  });
}

/** Forgets what was sent and what is too old, and everything once the person wants nothing kept. */
export async function tidyAllDrafts(ports: Ports): Promise<void> {
  await ports.inTurn(async () => {
    const [drafts, { events }, options] = await Promise.all([
      ports.readDrafts(),
      ports.readEvidence(),
      ports.readOptions(),
    ]);
    const before = Object.entries(drafts) as [AssistantId, KeptDraft[]][];
    if (before.length === 0) return;
    const tidy = (id: AssistantId, some: KeptDraft[]) =>
      options.keepsDrafts ? tidyDrafts(some, events[id] ?? [], ports.now()) : [];
    const after = Object.fromEntries(before.map(([id, some]) => [id, tidy(id, some)])) as KeptDrafts;
    await ports.writeDrafts(withinBudget(after));
  });
}

/** Where the composer is, for the script that keeps what stands in it; null when nothing is to be kept there. */
export async function keepOrder(ports: Ports, id: AssistantId): Promise<KeepOrder | null> {
  const [status, options] = await recall(ports);
  const { composerHints, chatSites } = assistantOf(id);
  return isKeeping(status, options, id) ? { hints: composerHints, path: chatSites[0]?.path ?? '/' } : null;
}

/** Keeps what stands in a tab's composer. False when that is no longer wanted. */
export async function keepDraft(ports: Ports, id: AssistantId, typed: Typed): Promise<boolean> {
  if ((await keepOrder(ports, id)) === null) return false;
  await change(ports, id, (drafts, evidence) => withKept(drafts, typed, evidence, ports.now()));
  // Its message may have failed before we heard that it left.
  if (typed.text === '') await offerLost(ports, id);
  return true;
}

async function draftOf(ports: Ports, id: AssistantId, tabId: number): Promise<KeptDraft | null> {
  const [{ drafts, evidence }, openTabIds] = await Promise.all([
    keptFor(ports, id),
    ports.openTabs(chatPatterns(assistantOf(id))),
  ]);
  return draftFor(drafts, evidence, tabId, openTabIds);
}

/** What the banner in a tab may offer back; the text itself stays with us. Null when there is nothing. */
export async function keptOffer(ports: Ports, id: AssistantId, tabId: number): Promise<KeptOffer | null> {
  const draft = await draftOf(ports, id, tabId);
  if (draft === null) return null;
  const speech = ports.speech();
  return {
    text: [speech.t('kept_offer', clockTime(draft.at, speech)), draft.isCut && speech.t('kept_cut')]
      .filter(Boolean)
      .join(' '),
    putBack: speech.t('kept_put_back'),
    discard: speech.t('kept_discard'),
  };
}

/** What left a composer with a message that failed is offered back where it was typed. */
export async function offerLost(ports: Ports, id: AssistantId): Promise<void> {
  const [drafts, { events }] = await Promise.all([ports.readDrafts(), ports.readEvidence()]);
  const lost = (drafts[id] ?? []).filter((draft) => isLost(draft, events[id] ?? []));
  const offers = lost.map(async ({ tabId }) =>
    ports.tellTab(tabId, { type: 'offer-draft', offer: await keptOffer(ports, id, tabId) }),
  );
  await Promise.all(offers);
}

/** Fills it in again in the tab that asked, as any draft transfer. It is forgotten once it stands there. */
export async function putBack(ports: Ports, id: AssistantId, tabId: number): Promise<null> {
  const draft = await draftOf(ports, id, tabId);
  if (draft === null) return null;
  await startPutBack(ports, id, draft.text, tabId);
  return null;
}

/** Forgets the one that was offered in a tab, and offers what else was lost there. */
export async function discardDraft(ports: Ports, id: AssistantId, tabId: number): Promise<null> {
  const offered = await draftOf(ports, id, tabId);
  if (offered === null) return null;
  await change(ports, id, (drafts) =>
    drafts.filter(({ tabId: typedIn, text }) => typedIn !== offered.tabId || text !== offered.text),
  );
  const next = await draftOf(ports, id, tabId);
  if (next?.clearedAt !== null) return null;
  await ports.tellTab(tabId, { type: 'offer-draft', offer: await keptOffer(ports, id, tabId) });
  return null;
}

/** Forgets the one that was typed at that moment or, with null, all that is kept. */
export async function forgetKept(ports: Ports, only: { assistantId: AssistantId; at: number } | null): Promise<null> {
  if (only === null) await ports.inTurn(() => ports.writeDrafts({}));
  else await change(ports, only.assistantId, (drafts) => drafts.filter(({ at }) => at !== only.at));
  return null;
}

/** Forgets one that was put back. What stands in the composer since is kept under its own time, and stays. */
export async function forgetPutBack(ports: Ports, { text, startedAt }: Carry, id: AssistantId): Promise<void> {
  await change(ports, id, (drafts) => drafts.filter((draft) => draft.text !== text || draft.at > startedAt));
}
