import { openChatPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import { type DraftKey, isWaiting, type SavedDraft, type WaitingDraft, type WaitOutcome } from '@/utils/model/drafts';
import { type EvidenceMemory, NO_EVIDENCE } from '@/utils/model/evidence';
import type { WaitingAction } from '@/utils/model/messages';
import { isInTrouble, type Status } from '@/utils/model/status';
import { isSameDraftKey, waitingOf, withWaiting } from '@/utils/rules/fallbacks/drafts';
import { withAwaited } from '@/utils/rules/notifying/awaited';
import { plannedReturn, startRestore, startTransfer } from './draft-transfers';
import { openPopup, type Ports } from './ports';
import { containerOf } from './saved-drafts';
import { loadState } from './state';
import { changeStatus } from './surfaces';

interface Step {
  /** The other drafts. */
  saved: readonly SavedDraft[];
  waiting: readonly WaitingDraft[];
  outcome: WaitOutcome;
}

/** Changes the waiting drafts, oldest first, under the lock, together with the others. Never rejects. */
async function changeWaiting(
  ports: Ports,
  step: (saved: readonly SavedDraft[], waiting: readonly WaitingDraft[]) => Step,
): Promise<WaitOutcome> {
  const change = async () => {
    let outcome: WaitOutcome = 'empty';
    await ports.changeDrafts('saved', (drafts) => {
      const waiting = waitingOf(drafts, null, ports.now());
      const saved = drafts.filter((draft) => !isWaiting(draft));
      const after = step(saved, waiting);
      outcome = after.outcome;
      const isUnchanged = after.waiting === waiting && after.saved === saved;
      return isUnchanged ? drafts : [...after.waiting, ...after.saved];
    });
    return outcome;
  };
  // The database is refused, or the disk is full.
  return ports.withStatusLock(change).catch(() => 'failed');
}

/** Whether messages of this assistant were seen in this browser lately, so that one that goes through can be expected. */
const areMessagesSeen = ({ log }: EvidenceMemory, id: AssistantId): boolean =>
  log[id]?.some(({ what }) => what === 'send') ?? false;

/** A draft that waits brings the notification with it. A request for one stays as it is. */
function withPrompt(status: Status, id: AssistantId, needsOwnSuccess: boolean, now: number): Status {
  const { bringsForward = false } = status.awaited[id] ?? {};
  return withAwaited(status, id, { bringsForward, needsOwnSuccess }, now);
}

/** Keeps a draft until its assistant is back, and requests the notification then. */
export async function keepWaiting(
  ports: Ports,
  id: AssistantId,
  draft: { text: string; tabId: number; isPrivate: boolean },
): Promise<WaitOutcome> {
  // Text of a private window is never written to disk.
  if (draft.isPrivate) return 'private';
  const { text, tabId } = draft;
  const container = await containerOf(ports, tabId);
  const outcome = await changeWaiting(ports, (saved, waiting) => {
    const added = withWaiting(waiting, { assistantId: id, text, tabId, container, at: ports.now() });
    return { ...added, saved };
  });
  if (outcome === 'kept') await awaitFor(ports, id).catch(() => undefined);
  return outcome;
}

/** Only during an issue: nothing would end the wait otherwise. */
async function awaitFor(ports: Ports, id: AssistantId): Promise<void> {
  const needsOwnSuccess = areMessagesSeen(await ports.readEvidence().catch(() => NO_EVIDENCE), id);
  await changeStatus(ports, (status) =>
    isInTrouble(status, id) ? withPrompt(status, id, needsOwnSuccess, ports.now()) : status,
  );
}

/**
 * Requests the notification again where an issue begins while a draft waits: a recovery that did not last has used up the
 * last request. Within one issue it stays cancelled if the user cancelled it. To be called under the status lock, with the
 * status before and after an evaluation of these assistants. Never rejects.
 */
export async function awaitedAgain(
  ports: Ports,
  before: Status,
  after: Status,
  ids: readonly AssistantId[],
): Promise<Status> {
  const begun = ids.filter(
    (id) => after.awaited[id] === undefined && !isInTrouble(before, id) && isInTrouble(after, id),
  );
  if (begun.length === 0) return after;
  const [saved, evidence] = await Promise.all([
    ports.readDrafts('saved').catch((): SavedDraft[] => []),
    ports.readEvidence().catch(() => NO_EVIDENCE),
  ]);
  const now = ports.now();
  return begun
    .filter((id) => waitingOf(saved, id, now).length > 0)
    .reduce((status, id) => withPrompt(status, id, areMessagesSeen(evidence, id), now), after);
}

/** Lets an autosaved draft wait. It keeps its key, so that it is replaced in one write. */
async function letWait(ports: Ports, key: DraftKey): Promise<WaitOutcome> {
  const ofTab = await containerOf(ports, key.tabId);
  const outcome = await changeWaiting(ports, (saved, waiting) => {
    const draft = saved.find((one) => isSameDraftKey(one, key));
    if (draft === undefined) return { saved, waiting, outcome: 'empty' };
    const { assistantId, tabId, text, at, isCut, container = ofTab } = draft;
    const added = withWaiting(waiting, { assistantId, tabId, text, at, isCut, container });
    return { ...added, saved: added.outcome === 'kept' ? saved.filter((one) => one !== draft) : saved };
  });
  if (outcome === 'kept') await awaitFor(ports, key.assistantId).catch(() => undefined);
  return outcome;
}

/** Deletes a waiting draft that the user discarded. */
async function discardWaiting(ports: Ports, key: DraftKey): Promise<null> {
  await changeWaiting(ports, (saved, waiting) => ({
    saved,
    waiting: waiting.filter((draft) => !isSameDraftKey(draft, key)),
    outcome: 'empty',
  }));
  return null;
}

/** The drafts that wait for an assistant, oldest first. None where the browser refuses the database. */
export async function waitingFor(ports: Ports, id: AssistantId): Promise<WaitingDraft[]> {
  const saved: readonly SavedDraft[] = await ports.readDrafts('saved').catch(() => []);
  return waitingOf(saved, id, ports.now());
}

/**
 * Brings a waiting draft back: into the tab that it was typed in if that is still open, otherwise into a new chat. It is
 * filled in and not sent, and waits until it has arrived. A new chat is in its container. Where it can't be filled in, the
 * popup opens, where it can be copied: a chat without it would be empty.
 */
export async function bringBack(ports: Ports, draft: WaitingDraft): Promise<void> {
  const { assistantId: id, tabId, text } = draft;
  const { options, registry } = await loadState(ports);
  // On a shared host, the tab may show something else by now.
  const openTabIds = await ports.openTabs(openChatPatterns(registry.get(id)));
  if (openTabIds.includes(tabId)) {
    if (await startRestore(ports, id, text, tabId)) await ports.showTab(tabId);
    else await openPopup(ports);
    return;
  }
  const found = await plannedReturn(ports, options, draft);
  const method = found === null ? 'paste' : await startTransfer(ports, id, { from: id, text }, null, found.opener);
  if (method === 'paste') await openPopup(ports);
}

/** Keeps an autosaved draft, fills a waiting one in, or discards it. */
export async function changeWaitingDraft(
  ports: Ports,
  key: DraftKey,
  does: WaitingAction,
): Promise<WaitOutcome | null> {
  if (does === 'keep') return letWait(ports, key);
  if (does === 'discard') return discardWaiting(ports, key);
  const draft = (await waitingFor(ports, key.assistantId)).find((one) => isSameDraftKey(one, key));
  if (draft !== undefined) await bringBack(ports, draft);
  return null;
}
