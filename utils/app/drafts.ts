import { type FallbackTarget, fallbackTarget, isAtFallback } from '@/utils/assistants/fallback-target';
import { assistantOf } from '@/utils/assistants/lookups';
import { chatPatterns } from '@/utils/assistants/patterns';
import { clockTime, directionOf } from '@/utils/i18n/moments';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type AutosaveConfig,
  type Draft,
  type DraftTransfer,
  type FillInstruction,
  type KeptDrafts,
  type Origin,
  type RehearsalOutcome,
  type RestoreOffer,
  type SavedDraft,
  TRANSFER_OUTCOMES,
  type TransferOutcome,
} from '@/utils/model/drafts';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { FallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import { isInTrouble, type Status } from '@/utils/model/status';
import {
  activeTransfers,
  draftFor,
  isLost,
  isSecondPress,
  planTransfer,
  type TransferPlan,
  type Typed,
  tidyDrafts,
  withinBudget,
  withKept,
  withoutTransfer,
  withTransfer,
} from '@/utils/rules/fallbacks/drafts';
import type { Ports } from './ports';
import { loadState } from './state';

type TransferStep = (active: DraftTransfer[]) => DraftTransfer[];

/** Changes the stored transfers under the lock, and drops those that have expired. */
async function changeTransfers(ports: Ports, step: TransferStep): Promise<void> {
  await ports.withStatusLock(async () => {
    const stored = await ports.readTransfers();
    const next = step(activeTransfers(stored, ports.now()));
    const isSame = next.length === stored.length && next.every((one, index) => one === stored[index]);
    if (!isSame) await ports.writeTransfers(next);
  });
}

export type Added = { kind: 'added'; id: number } | { kind: 'second_press' };

/** Stores a new transfer, unless it was started a moment ago. */
export async function addTransfer(ports: Ports, next: Omit<DraftTransfer, 'id'>): Promise<Added> {
  let added: Added = { kind: 'second_press' };
  await changeTransfers(ports, (active) => {
    if (isSecondPress(active, next)) return active;
    const { transfers, id } = withTransfer(active, next);
    added = { kind: 'added', id };
    return transfers;
  });
  return added;
}

export const changeTransfer = (ports: Ports, id: number, change: Partial<DraftTransfer>): Promise<void> =>
  changeTransfers(ports, (active) => active.map((one) => (one.id === id ? { ...one, ...change } : one)));

/** Starts a transfer into the tab in which it was asked for. What is on its way there already is not started again. */
export async function startPutBack(ports: Ports, from: AssistantId, text: string, tabId: number): Promise<void> {
  await changeTransfers(ports, (active) => {
    if (active.some((one) => one.tabId === tabId && one.to === from && one.text === text)) return active;
    return withTransfer(active, {
      from,
      to: from,
      text,
      startedAt: ports.now(),
      tabId,
      originTabId: tabId,
      isPrivate: false,
    }).transfers;
  });
  await ports.injectCarry(tabId);
}

/** Drops the transfers that have expired. Called every round. */
export const tidyTransfers = (ports: Ports): Promise<void> => changeTransfers(ports, (active) => active);

/** Drops the one that the person no longer needs. */
export async function discardTransfer(ports: Ports, id: number): Promise<null> {
  await changeTransfers(ports, (active) => withoutTransfer(active, id));
  return null;
}

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

type DraftStep = (drafts: SavedDraft[], evidence: readonly EvidenceEvent[]) => SavedDraft[];

async function change(ports: Ports, id: AssistantId, step: DraftStep): Promise<void> {
  await ports.withStatusLock(async () => {
    const { all, evidence, drafts } = await keptFor(ports, id);
    // What leaves the composer may be known to have gone through before that.
    const after = tidyDrafts(step(drafts, evidence), evidence, ports.now());
    await ports.writeDrafts(withinBudget({ ...all, [id]: after }));
  });
}

/**
 * Forgets what was sent and what is too old, and everything once the person wants nothing kept. Called every round, and
 * when the end of a request tells that something was sent.
 */
export async function tidyAllDrafts(ports: Ports): Promise<void> {
  await ports.withStatusLock(async () => {
    const [drafts, { events }, options] = await Promise.all([
      ports.readDrafts(),
      ports.readEvidence(),
      ports.readOptions(),
    ]);
    const before = Object.entries(drafts) as [AssistantId, SavedDraft[]][];
    if (before.length === 0) return;
    const tidy = (id: AssistantId, some: SavedDraft[]) =>
      options.keepsDrafts ? tidyDrafts(some, events[id] ?? [], ports.now()) : [];
    const after = Object.fromEntries(before.map(([id, some]) => [id, tidy(id, some)])) as KeptDrafts;
    await ports.writeDrafts(withinBudget(after));
  });
}

/** Where the composer is, for the script that keeps what stands in it; null when nothing is to be kept there. */
export async function autosaveConfigFor(ports: Ports, id: AssistantId): Promise<AutosaveConfig | null> {
  const [status, options] = await loadState(ports);
  const { composerHints, chatSites } = assistantOf(id);
  return isKeeping(status, options, id) ? { hints: composerHints, path: chatSites[0]?.path ?? '/' } : null;
}

/** Keeps what stands in a tab's composer. False when that is no longer wanted. */
export async function keepDraft(ports: Ports, id: AssistantId, typed: Typed): Promise<boolean> {
  // Taken before any wait: the draft must not seem to be typed later than its own message was sent.
  const readAt = ports.now();
  if ((await autosaveConfigFor(ports, id)) === null) return false;
  await change(ports, id, (drafts, evidence) => withKept(drafts, typed, evidence, readAt));
  // Its message may have failed before we heard that it left.
  if (typed.text === '') await offerLost(ports, id);
  return true;
}

async function draftOf(ports: Ports, id: AssistantId, tabId: number): Promise<SavedDraft | null> {
  const [{ drafts, evidence }, openTabIds] = await Promise.all([
    keptFor(ports, id),
    ports.openTabs(chatPatterns(assistantOf(id))),
  ]);
  return draftFor(drafts, evidence, tabId, openTabIds);
}

/** What the banner in a tab may offer back; the text itself stays with us. Null when there is nothing. */
export async function keptOffer(ports: Ports, id: AssistantId, tabId: number): Promise<RestoreOffer | null> {
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
export async function restoreDraft(ports: Ports, id: AssistantId, tabId: number): Promise<null> {
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
  if (only === null) await ports.withStatusLock(() => ports.writeDrafts({}));
  else await change(ports, only.assistantId, (drafts) => drafts.filter(({ at }) => at !== only.at));
  return null;
}

/** Forgets one that was put back. What stands in the composer since is kept under its own time, and stays. */
export async function forgetPutBack(ports: Ports, { text, startedAt }: DraftTransfer, id: AssistantId): Promise<void> {
  await change(ports, id, (drafts) => drafts.filter((draft) => draft.text !== text || draft.at > startedAt));
}

/** Remembers what became of a sample draft. */
export async function recordFallbackTest(ports: Ports, to: FallbackId, outcome: RehearsalOutcome): Promise<void> {
  await ports.withStatusLock(async () => {
    const status = await ports.readStatus();
    await ports.writeStatus({ ...status, rehearsal: { to, at: ports.now(), outcome } });
  });
}

/**
 * Opens where the person goes on and lets the draft follow, by the best way that there is. Null when nothing was
 * opened for this press: the way is gone, or it is the second press of two. A store that fails costs the transfer, not
 * the tab: the text is on the clipboard, too.
 */
export async function startTransfer(
  ports: Ports,
  to: FallbackId,
  draft: Draft | null,
  origin: Origin | null,
): Promise<TransferPlan['way'] | null> {
  const target = fallbackTarget(to, (await ports.readOptions()).ownChats);
  if (target === null) return null;
  const isGranted = await ports.hasAccess(target.patterns);
  const plan = planTransfer({ target, text: draft?.text ?? '', isGranted });
  // A sample that no page is given need not wait anywhere.
  const isKept = draft !== null && (draft.from !== 'sample' || plan.way === 'fill');
  const carry = {
    from: draft?.from ?? 'sample',
    to,
    text: isKept ? draft.text : '',
    hasFiles: draft?.hasFiles,
    startedAt: ports.now(),
    tabId: null,
    originTabId: origin?.tabId ?? null,
    isPrivate: origin?.isPrivate ?? false,
  };
  // First of all: a tab may be refused, and this worker may end with the click.
  const added = await addTransfer(ports, carry).catch(() => null);
  if (added?.kind === 'second_press') return null;
  const tabId = plan.url === null ? null : await ports.openTab(plan.url, origin);
  if (added !== null && plan.way === 'fill') {
    // Where the browser did not name the tab, a sample waits for nothing.
    const text = tabId === null && carry.from === 'sample' ? '' : carry.text;
    await changeTransfer(ports, added.id, { tabId, text }).catch(() => undefined);
  }
  return plan.way;
}

/** The oldest transfer into this tab and where it is meant to go, once the tab has come there and may be filled in. */
async function carryFor(
  ports: Ports,
  tabId: number,
  address: string,
): Promise<{ carry: DraftTransfer; target: FallbackTarget } | null> {
  const { ownChats } = await ports.readOptions();
  const stored = await ports.readTransfers();
  const active = activeTransfers(stored, ports.now());
  if (active.length < stored.length) await tidyTransfers(ports);
  const carry = active.find((one) => one.tabId === tabId && one.text !== '' && isAtFallback(one.to, address, ownChats));
  if (carry === undefined) return null;
  const target = fallbackTarget(carry.to, ownChats);
  if (target === null) return null;
  return (await ports.hasAccess(target.patterns)) ? { carry, target } : null;
}

/** A page has loaded: if it is the one that a draft was meant for, the script follows. Sign-in pages come and go before. */
export async function onTransferTabLoaded(ports: Ports, tabId: number, address: string): Promise<void> {
  if ((await carryFor(ports, tabId, address)) !== null) await ports.injectCarry(tabId);
}

/** What the script in the tab is to do; null when that tab has nothing to ask for. */
export async function fillInstruction(ports: Ports, tabId: number, address: string): Promise<FillInstruction | null> {
  const arrived = await carryFor(ports, tabId, address);
  if (arrived === null) return null;
  const { carry, target } = arrived;
  const { t } = ports.speech();
  const name = carry.from === 'sample' ? t('extension_short_name') : assistantOf(carry.from).name;
  const way = carry.from === carry.to ? 'put_back' : 'carry';
  const files = carry.hasFiles ? [t('carry_files_stay', name)] : [];
  const said = Object.fromEntries(
    TRANSFER_OUTCOMES.map((outcome) => [outcome, [t(`${way}_${outcome}`, name), ...files].join(' ')]),
  );
  return {
    id: carry.id,
    text: carry.text,
    hints: target.composerHints,
    said: said as Record<TransferOutcome, string>,
    labels: {
      region: t('extension_short_name'),
      close: t('carry_close'),
      direction: directionOf(t('popup_language')),
    },
  };
}

/** Once it has arrived it is forgotten; else it is kept, but given to no page again. */
export async function endTransfer(
  ports: Ports,
  tabId: number,
  address: string,
  { id, outcome }: { id: number; outcome: TransferOutcome },
): Promise<null> {
  const arrived = await carryFor(ports, tabId, address);
  // A script may report only on the transfer that its tab was given.
  if (arrived === null || arrived.carry.id !== id) return null;
  const hasArrived = outcome === 'exact' || outcome === 'attached';
  const { carry } = arrived;
  if (hasArrived || carry.from === 'sample') await discardTransfer(ports, id);
  else await changeTransfer(ports, id, { tabId: null });
  if (carry.from === 'sample') await recordFallbackTest(ports, carry.to, outcome);
  else if (hasArrived && carry.from === carry.to) await forgetPutBack(ports, carry, carry.from);
  return null;
}

const OUTCOMES: Record<TransferPlan['way'], RehearsalOutcome> = {
  open: 'by_hand',
  fill: 'under_way',
  prefill: 'by_address',
  paste: 'by_hand',
  by_hand: 'by_hand',
};

/**
 * Carries a sample by the real way. False when a draft of the person's still waits: the sample is copied and must not
 * take its place on the clipboard. A draft from a private window is not spoken of.
 */
export async function testFallback(ports: Ports, to: FallbackId): Promise<boolean> {
  const active = activeTransfers(await ports.readTransfers(), ports.now());
  if (active.some(({ from, isPrivate }) => from !== 'sample' && !isPrivate)) return false;
  const text = ports.speech().t('rehearsal_sample');
  const way = await startTransfer(ports, to, { from: 'sample', text }, null);
  if (way !== null) await recordFallbackTest(ports, to, OUTCOMES[way]);
  return true;
}
