import { registryOf } from '@/utils/assistants/lookups';
import { chatPatterns } from '@/utils/assistants/patterns';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type AutosaveConfig,
  detached,
  isDetached,
  isWaiting,
  type RestoreOffer,
  type SavedDraft,
} from '@/utils/model/drafts';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import { isInTrouble, type Status } from '@/utils/model/status';
import {
  draftFor,
  isLost,
  isSameDraftKey,
  isUnsent,
  offerableIn,
  type Typed,
  tidyDrafts,
  withAutosaved,
  withinBudget,
} from '@/utils/rules/fallbacks/drafts';
import { startRestore } from './draft-transfers';
import type { Ports } from './ports';
import { noteComposer } from './sightings';
import { loadState } from './state';

/** Identifies a draft among those of its assistant, which a chat site never names. */
const offerKey = ({ tabId, at }: SavedDraft): string => `${tabId} ${at}`;

/** Keeps the drafts of a tab that has got another id. */
export async function moveDraftsToTab(ports: Ports, id: number, formerId: number): Promise<void> {
  const moved = (tabId: number) => (tabId === formerId ? id : tabId);
  await ports.withStatusLock(async () => {
    await ports.changeDrafts('saved', (saved) =>
      saved.map((draft) => (draft.tabId === formerId ? { ...draft, tabId: id } : draft)),
    );
    await ports.changeDrafts('transfers', (transfers) =>
      transfers.map((one) => {
        const { tabId, openedIn, originTabId } = one;
        if (![tabId, openedIn, originTabId].includes(formerId)) return one;
        return {
          ...one,
          tabId: tabId && moved(tabId),
          openedIn: openedIn && moved(openedIn),
          originTabId: originTabId && moved(originTabId),
        };
      }),
    );
  });
}

/**
 * Gives up the tabs of all saved drafts. Once per browser session, as the new tabs may have the same ids. Never rejects:
 * where the browser refuses the database there are no drafts.
 */
export async function detachDrafts(ports: Ports): Promise<void> {
  const detach = () => ports.changeDrafts('saved', (saved) => saved.map(detached));
  await ports.withStatusLock(detach).catch(() => undefined);
}

/** Whether drafts to an assistant are autosaved now: the user turned autosave on, and there is an issue. */
export function isAutosaving(status: Status, options: Options, id: AssistantId): boolean {
  return options.keepsDrafts && options.watched.includes(id) && isInTrouble(status, id);
}

/** The saved drafts of an assistant that are still useful, and the evidence about it. */
async function savedFor(ports: Ports, id: AssistantId) {
  const [saved, { events }] = await Promise.all([ports.readDrafts('saved'), ports.readEvidence()]);
  const own = saved.filter((draft) => draft.assistantId === id && !isWaiting(draft));
  return { evidence: events[id] ?? [], drafts: tidyDrafts(own, events, ports.now()) };
}

type SavedStep = (drafts: SavedDraft[], evidence: readonly EvidenceEvent[]) => SavedDraft[];

/** Changes the autosaved drafts of one assistant under the lock. */
async function changeSaved(ports: Ports, id: AssistantId, step: SavedStep): Promise<void> {
  await ports.withStatusLock(async () => {
    const { events } = await ports.readEvidence();
    await ports.changeDrafts('saved', (saved) => {
      const isOwn = (draft: SavedDraft) => draft.assistantId === id && !isWaiting(draft);
      const before = tidyDrafts(saved.filter(isOwn), events, ports.now());
      // Again after the step: the message of a draft that is cleared now may already have gone through.
      const after = tidyDrafts(step(before, events[id] ?? []), events, ports.now());
      return withinBudget([...after, ...saved.filter((draft) => !isOwn(draft))]);
    });
  });
}

/**
 * Deletes delivered and expired drafts, and all but those that wait once autosave is off, and withdraws their offers. Called
 * every round, and when a request ends.
 */
export async function tidyAllDrafts(ports: Ports): Promise<void> {
  const gone = await ports.withStatusLock(async () => {
    if ((await ports.readDrafts('saved')).length === 0) return [];
    const [{ events }, options] = await Promise.all([ports.readEvidence(), ports.readOptions()]);
    let dropped: SavedDraft[] = [];
    await ports.changeDrafts('saved', (saved) => {
      const kept = withinBudget(tidyDrafts(options.keepsDrafts ? saved : saved.filter(isWaiting), events, ports.now()));
      dropped = saved.filter((draft) => !kept.some((one) => isSameDraftKey(one, draft)));
      return kept;
    });
    return dropped.filter((draft) => !isDetached(draft) && !isWaiting(draft));
  });
  const told = gone.map((draft) =>
    ports.tellTab(draft.tabId, { type: 'offer-draft', offer: null, only: offerKey(draft) }),
  );
  await Promise.allSettled(told);
}

/**
 * Whether a draft that was autosaved is still in a tab's composer. After the issue it is followed until it leaves: it could
 * not be deleted when its message goes through otherwise.
 */
async function isFollowed(ports: Ports, options: Options, id: AssistantId, tabId: number): Promise<boolean> {
  if (!options.keepsDrafts) return false;
  const { drafts } = await savedFor(ports, id);
  return drafts.some((draft) => draft.tabId === tabId && draft.state === 'typed');
}

/** The input of the autosave script in a tab; null if it is to stop. */
export async function autosaveConfigFor(ports: Ports, id: AssistantId, tabId: number): Promise<AutosaveConfig | null> {
  const { status, options, registry } = await loadState(ports);
  const { composerHints, chatSites } = registry.get(id);
  const isWanted = isAutosaving(status, options, id) || (await isFollowed(ports, options, id, tabId));
  return isWanted ? { hints: composerHints, path: chatSites[0]?.path ?? '/' } : null;
}

/** The container of a tab; undefined for the default one, and for a tab that is gone. */
export const containerOf = async (ports: Ports, tabId: number): Promise<string | undefined> =>
  (await ports.containerOf(tabId).catch(() => null)) ?? undefined;

/**
 * Saves the content of a tab's composer. After the issue nothing is saved; only that a saved draft has left its composer is
 * noted. False if autosave is off, or nothing is left to follow; the script then stops.
 */
export async function autosaveDraft(
  ports: Ports,
  id: AssistantId,
  typed: Omit<Typed, 'assistantId'>,
): Promise<boolean> {
  // Taken before any wait: the draft must not seem to be typed later than its own message was sent.
  const readAt = ports.now();
  const { status, options } = await loadState(ports);
  const isOver = !isAutosaving(status, options, id);
  if (isOver && !(await isFollowed(ports, options, id, typed.tabId))) return false;
  if (isOver && typed.text.trim() !== '') return true;
  // Now: the tab may be closed before the draft is brought back.
  const container = await containerOf(ports, typed.tabId);
  const kept = { ...typed, assistantId: id, container };
  await changeSaved(ports, id, (drafts, evidence) => withAutosaved(drafts, kept, evidence, readAt));
  await noteComposer(ports, id, true);
  // The failure of its message may have been reported before the composer was read. The draft is stored by now, so an
  // offer that fails must not end the autosave in this tab.
  if (typed.text === '') await offerLost(ports, id).catch(() => undefined);
  return !isOver;
}

/** The saved drafts of an assistant that are of use to a tab, with what decides which of them it may offer. */
async function draftsFor(ports: Ports, id: AssistantId, tabId: number) {
  const assistant = registryOf(await ports.readOptions()).get(id);
  const [{ drafts, evidence }, openTabIds, container] = await Promise.all([
    savedFor(ports, id),
    ports.openTabs(chatPatterns(assistant)),
    containerOf(ports, tabId),
  ]);
  // A draft of another container is of another identity.
  const offered = drafts.filter((draft) => draft.tabId === tabId || draft.container === container);
  return { drafts: offered, evidence, openTabIds };
}

/** The draft of an offer; null if a tab can no longer offer it. */
async function offeredDraft(ports: Ports, id: AssistantId, tabId: number, key: string): Promise<SavedDraft | null> {
  const { drafts, openTabIds } = await draftsFor(ports, id, tabId);
  const { own, orphans } = offerableIn(drafts, tabId, openTabIds);
  return [...own, ...orphans].find((draft) => offerKey(draft) === key) ?? null;
}

function offerOf(draft: SavedDraft, speech: Speech): RestoreOffer {
  const { at, isCut } = draft;
  return {
    key: offerKey(draft),
    text: speech.t(isCut ? 'kept_offer_cut' : 'kept_offer', clockTime(at, speech)),
    putBack: speech.t('kept_put_back'),
    discard: speech.t('kept_discard'),
  };
}

/** What the banner in a tab may offer back; the text itself stays with us. Null when there is nothing. */
export async function restoreOffer(
  ports: Ports,
  id: AssistantId,
  tabId: number,
  { onlyUnsent = false } = {},
): Promise<RestoreOffer | null> {
  const { drafts, evidence, openTabIds } = await draftsFor(ports, id, tabId);
  const draft = draftFor(drafts, evidence, tabId, openTabIds);
  if (draft === null || (onlyUnsent && !isUnsent(draft, evidence))) return null;
  return offerOf(draft, ports.speech());
}

/** Offers drafts whose message failed in the tabs where they were typed. */
export async function offerLost(ports: Ports, id: AssistantId): Promise<void> {
  const [saved, { events }] = await Promise.all([ports.readDrafts('saved'), ports.readEvidence()]);
  const lost = saved.filter((draft) => draft.assistantId === id && isLost(draft, events[id] ?? []));
  if (lost.length === 0) return;
  // Reading the options sets the language.
  const assistant = registryOf(await ports.readOptions()).get(id);
  const speech = ports.speech();
  // A tab may show another site by now.
  const openTabIds = await ports.openTabs(chatPatterns(assistant));
  // Not what the tab would be offered after a load: the next text may be in its composer already.
  const newest = lost.filter(({ tabId }, index) => lost.findIndex((one) => one.tabId === tabId) === index);
  const offers = newest
    .filter(({ tabId }) => openTabIds.includes(tabId))
    .map((draft) => ports.tellTab(draft.tabId, { type: 'offer-draft', offer: offerOf(draft, speech) }));
  await Promise.all(offers);
}

/** Sends a tab what it may offer after an offer ended; null withdraws it. Never what may just have been sent. */
async function offerNext(ports: Ports, id: AssistantId, tabId: number): Promise<void> {
  const offer = await restoreOffer(ports, id, tabId, { onlyUnsent: true });
  await ports.tellTab(tabId, { type: 'offer-draft', offer });
}

/** Fills the offered draft in again, as a draft transfer into the same tab. It is deleted once it has arrived. */
export async function restoreDraft(ports: Ports, id: AssistantId, tabId: number, key: string): Promise<null> {
  const draft = await offeredDraft(ports, id, tabId, key);
  if (draft === null) await offerNext(ports, id, tabId);
  else if (!(await startRestore(ports, id, draft.text, tabId))) {
    await ports.tellTab(tabId, { type: 'offer-draft', offer: offerOf(draft, ports.speech()) });
  }
  return null;
}

/** Deletes the draft that was offered in a tab, and offers the next unsent one. */
export async function discardDraft(ports: Ports, id: AssistantId, tabId: number, key: string): Promise<null> {
  const offered = await offeredDraft(ports, id, tabId, key);
  if (offered !== null) {
    await changeSaved(ports, id, (drafts) => drafts.filter((draft) => !isSameDraftKey(draft, offered)));
  }
  await offerNext(ports, id, tabId);
  return null;
}

/** Deletes the autosaved draft that last changed at that time or, with null, all of them. */
export async function discardAutosaved(
  ports: Ports,
  only: { assistantId: AssistantId; at: number } | null,
): Promise<null> {
  if (only === null) await ports.withStatusLock(() => ports.changeDrafts('saved', (saved) => saved.filter(isWaiting)));
  else await changeSaved(ports, only.assistantId, (drafts) => drafts.filter(({ at }) => at !== only.at));
  return null;
}
