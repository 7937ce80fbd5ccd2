import { type FallbackTarget, fallbackTarget, isAtFallback, registryOf } from '@/utils/assistants/lookups';
import { chatPatterns, consolePatterns } from '@/utils/assistants/patterns';
import { extentWords } from '@/utils/i18n/conversation-words';
import { formatCount, languageOf, sentenceGap } from '@/utils/i18n/moments';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type DraftContent,
  type DraftTransfer,
  type FallbackTestOutcome,
  type FillInstruction,
  LIMIT_PLACE,
  type Origin,
  type SavedDraft,
  TRANSFER_OUTCOMES,
  type TransferOutcome,
} from '@/utils/model/drafts';
import { type FallbackId, isAssistantFallback } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import {
  activeTransfers,
  bringsText,
  type NewTransfer,
  planTransfer,
  type Repeated,
  repeatedTransfer,
  type TransferPlan,
  withoutTransfer,
  withTransfer,
} from '@/utils/rules/fallbacks/drafts';
import type { Ports } from './ports';
import { noteComposer } from './sightings';
import { changeUnshownStatus } from './state';

type TransferStep = (active: DraftTransfer[]) => DraftTransfer[];

/** Changes the stored transfers under the lock, and drops those that have expired. */
async function changeTransfers(ports: Ports, step: TransferStep): Promise<void> {
  await ports.withStatusLock(() =>
    ports.changeDrafts('transfers', (stored) => step(activeTransfers(stored, ports.now()))),
  );
}

type Added = { kind: 'added'; id: number } | Repeated;

/** Stores a new transfer, unless it repeats an active one. */
async function addTransfer(ports: Ports, next: NewTransfer): Promise<Added> {
  let added: Added = { kind: 'double' };
  await changeTransfers(ports, (active) => {
    const repeated = repeatedTransfer(active, next);
    if (repeated !== null) {
      added = repeated;
      return active;
    }
    const { transfers, id } = withTransfer(active, next);
    added = { kind: 'added', id };
    return transfers;
  });
  return added;
}

export const changeTransfer = (ports: Ports, id: number, change: Partial<DraftTransfer>): Promise<void> =>
  changeTransfers(ports, (active) => active.map((one) => (one.id === id ? { ...one, ...change } : one)));

/**
 * Starts a transfer back into a tab, unless the same one is already on its way. False if there is no room for it: it must
 * not push out a draft that is on its way, and is saved anyway.
 */
export async function startRestore(ports: Ports, from: AssistantId, text: string, tabId: number): Promise<boolean> {
  let hasRoom = true;
  await changeTransfers(ports, (active) => {
    if (active.some((one) => one.tabId === tabId && one.to === from && one.text === text)) return active;
    const next = { from, to: from, text, startedAt: ports.now(), tabId, originTabId: tabId, isPrivate: false };
    const { transfers } = withTransfer(active, next);
    hasRoom = transfers.length > active.length;
    return hasRoom ? transfers : active;
  });
  if (hasRoom) await ports.injectDraftTransfer(tabId);
  return hasRoom;
}

/** Drops the transfers that have expired. Called every round. */
export const tidyTransfers = (ports: Ports): Promise<void> => changeTransfers(ports, (active) => active);

/** Deletes a transfer that the user discarded. */
export async function discardTransfer(ports: Ports, id: number): Promise<null> {
  await changeTransfers(ports, (active) => withoutTransfer(active, id));
  return null;
}

/** Deletes the saved or waiting draft that was restored. Later autosaves of the same text are kept. */
async function forgetRestored(ports: Ports, { text, startedAt }: DraftTransfer, id: AssistantId): Promise<void> {
  await ports.withStatusLock(() =>
    ports.changeDrafts('saved', (saved) =>
      saved.filter((draft) => draft.assistantId !== id || draft.text !== text || draft.at > startedAt),
    ),
  );
}

/** Stores the result of a fallback test. */
async function recordFallbackTest(ports: Ports, to: FallbackId, outcome: FallbackTestOutcome): Promise<void> {
  await changeUnshownStatus(ports, (status) => ({ ...status, rehearsal: { to, at: ports.now(), outcome } }));
}

/** How a text would get to a fallback now; null if the fallback was removed. */
export async function plannedTransfer(
  ports: Ports,
  options: Options,
  to: FallbackId,
  draft: Pick<DraftContent, 'text' | 'conversation'> | null,
): Promise<TransferPlan | null> {
  const target = fallbackTarget(to, options);
  if (target === null) return null;
  const isGranted = await ports.hasAccess(target.patterns);
  const hasConversation = draft?.conversation !== undefined;
  return planTransfer({ target, text: draft?.text ?? '', isGranted, hasConversation });
}

/**
 * Beside which tab a waiting draft can be filled into a new chat now. Null if it can only be copied: its site takes no
 * text, or no tab of its container is open, as only a tab there leads into it.
 */
export async function plannedReturn(
  ports: Ports,
  options: Options,
  { assistantId, text, container }: Pick<SavedDraft, 'assistantId' | 'text' | 'container'>,
): Promise<{ opener: Origin | null } | null> {
  const tabId = container === undefined ? null : await ports.tabInContainer(container).catch(() => null);
  if (container !== undefined && tabId === null) return null;
  const plan = await plannedTransfer(ports, options, assistantId, { text });
  if (plan === null || !bringsText(plan)) return null;
  return { opener: tabId === null ? null : { tabId, isPrivate: false } };
}

/** The match patterns of a fallback; none if it was removed. */
const targetPatterns = (to: FallbackId, options: Options) => fallbackTarget(to, options)?.patterns ?? [];

/**
 * Whether the tab of a transfer shows the target or its sign-in, as far as can be known: the addresses of sites without
 * permission are hidden.
 */
async function leadsToTarget(
  ports: Ports,
  { tabId, openedIn, hasReached }: DraftTransfer,
  patterns: readonly string[],
): Promise<boolean> {
  if (openedIn === undefined) return false;
  if (!(await ports.hasAccess(patterns))) return (await ports.tabPath(openedIn).catch(() => null)) === null;
  if ((await ports.openTabs(patterns)).includes(openedIn)) return true;
  const isHidden = (await ports.tabPath(openedIn)) === null;
  return isHidden && tabId === openedIn && !hasReached;
}

/**
 * Shows the tab of a transfer that is started again, and fills it in where that did not work. False if the tab is gone, or
 * shows something else by now.
 */
async function showAgain(ports: Ports, transfer: DraftTransfer, options: Options, isFilled: boolean): Promise<boolean> {
  const { id, to, tabId, openedIn } = transfer;
  const patterns = targetPatterns(to, options);
  if (openedIn === undefined || !(await leadsToTarget(ports, transfer, patterns))) return false;
  if (!(await ports.showTab(openedIn))) return false;
  if (isFilled && tabId === null) {
    await changeTransfer(ports, id, { tabId: openedIn });
    await ports.injectDraftTransfer(openedIn);
  }
  return true;
}

/** Makes this press the one that opens another tab for a transfer. False if a press at the same time has done so. */
async function claimReopening(ports: Ports, { id, openedIn, startedAt }: DraftTransfer): Promise<boolean> {
  let isClaimed = false;
  await changeTransfers(ports, (active) =>
    active.map((one) => {
      if (one.id !== id || one.openedIn !== openedIn || one.startedAt !== startedAt) return one;
      isClaimed = true;
      return { ...one, startedAt: ports.now(), tabId: null, openedIn: undefined, hasReached: undefined };
    }),
  );
  return isClaimed;
}

/**
 * Opens a fallback and transfers the draft in the best way. Null if nothing was opened: the fallback was removed, or it
 * was a double press. If the transfer cannot be stored, the tab is opened all the same; the text is on the clipboard, unless
 * it could not be copied. The tab opens beside `opener`.
 */
export async function startTransfer(
  ports: Ports,
  to: FallbackId,
  draft: DraftContent | null,
  origin: Origin | null,
  opener: Origin | null = origin,
): Promise<TransferPlan['method'] | null> {
  const options = await ports.readOptions();
  const plan = await plannedTransfer(ports, options, to, draft);
  if (plan === null) return null;
  const isFilled = plan.method === 'fill';
  // A sample is stored only if a tab will be given its text.
  const isKept = draft !== null && (draft.from !== 'sample' || isFilled);
  const transfer = {
    from: draft?.from ?? 'sample',
    to,
    text: isKept ? draft.text : '',
    hasFiles: draft?.hasFiles,
    conversation: draft?.conversation,
    isNotCopied: draft?.isNotCopied,
    startedAt: ports.now(),
    tabId: null,
    originTabId: origin?.tabId ?? null,
    isPrivate: origin?.isPrivate ?? false,
  };
  // Before the tab is opened: the tab may fail, and the worker may be stopped.
  const added = await addTransfer(ports, transfer).catch(() => null);
  if (added?.kind === 'double') return null;
  if (added?.kind === 'again') {
    // The clipboard is as this press has left it.
    await changeTransfer(ports, added.transfer.id, { isNotCopied: transfer.isNotCopied }).catch(() => undefined);
    if (await showAgain(ports, added.transfer, options, isFilled)) return plan.method;
    if (!(await claimReopening(ports, added.transfer).catch(() => true))) return null;
  }
  const id = added?.kind === 'again' ? added.transfer.id : (added?.id ?? null);
  if (id !== null && isFilled && draft?.hasFiles && draft.from !== 'sample' && origin !== null) {
    const { composerHints } = registryOf(options).get(draft.from);
    await ports.holdFiles(origin.tabId, composerHints, id).catch(() => undefined);
  }
  const tabId = plan.url === null ? null : await ports.openTab(plan.url, opener);
  const isGiven = id !== null && draft !== null && (await giveToTab(ports, { id, transfer, tabId, isFilled }));
  // A page that had loaded before its tab was noted reports no other load. A script that runs already is not run twice.
  const patterns = targetPatterns(to, options);
  if (isGiven && tabId !== null && (await ports.openTabs(patterns).catch((): number[] => [])).includes(tabId)) {
    await ports.injectDraftTransfer(tabId);
  }
  // What was not given to its tab has to be pasted.
  return isFilled && !isGiven ? 'paste' : plan.method;
}

/** Notes which tab was opened for a transfer. Whether that tab will be given the text. */
async function giveToTab(
  ports: Ports,
  { id, transfer, tabId, isFilled }: { id: number; transfer: NewTransfer; tabId: number | null; isFilled: boolean },
): Promise<boolean> {
  const openedIn = tabId ?? undefined;
  // Without a tab id no tab is given the sample.
  const text = tabId === null && transfer.from === 'sample' ? '' : transfer.text;
  const change = isFilled ? { tabId, openedIn, text } : { openedIn };
  return changeTransfer(ports, id, change).then(
    () => isFilled && tabId !== null,
    () => false,
  );
}

interface Arrived {
  transfer: DraftTransfer;
  target: FallbackTarget;
  options: Options;
}

/** The oldest transfer into this tab and its target, if the tab shows the target and its site is granted. */
export async function transferFor(ports: Ports, tabId: number, address: string): Promise<Arrived | null> {
  const options = await ports.readOptions();
  const stored = await ports.readDrafts('transfers');
  const active = activeTransfers(stored, ports.now());
  if (active.length < stored.length) await tidyTransfers(ports);
  const transfer = active.find(
    (one) => one.tabId === tabId && one.text !== '' && isAtFallback(one.to, address, options),
  );
  if (transfer === undefined) return null;
  const target = fallbackTarget(transfer.to, options);
  if (target === null) return null;
  return (await ports.hasAccess(target.patterns)) ? { transfer, target, options } : null;
}

/** Injects the fill script when the target page has loaded. Sign-in pages may load before it. */
export async function onTransferTabLoaded(ports: Ports, tabId: number, address: string): Promise<void> {
  if ((await transferFor(ports, tabId, address)) !== null) await ports.injectDraftTransfer(tabId);
}

/** Whether the text is in the target as it was. */
const isArrival = (outcome: TransferOutcome): boolean => outcome === 'exact' || outcome === 'attached';

/** The input of the fill script in a tab; null if no transfer is meant for it. */
export async function fillInstruction(ports: Ports, tabId: number, address: string): Promise<FillInstruction | null> {
  const arrived = await transferFor(ports, tabId, address);
  if (arrived === null) return null;
  const { transfer, target, options } = arrived;
  if (!transfer.hasReached) await changeTransfer(ports, transfer.id, { hasReached: true }).catch(() => undefined);
  const speech = ports.speech();
  const { t } = speech;
  const { conversation, isNotCopied } = transfer;
  const length = formatCount(transfer.text.length, speech);
  const name = transfer.from === 'sample' ? t('extension_short_name') : registryOf(options).get(transfer.from).name;
  const kind = conversation === undefined ? 'transfer' : 'conversation';
  const amount = conversation === undefined ? null : extentWords('included', conversation, target.name, speech);
  const wordsOf = (outcome: TransferOutcome): string => {
    // What is not on the clipboard has to be copied from the popup, as what is restored.
    const isInPopup = transfer.from === transfer.to || (isNotCopied && !isArrival(outcome));
    const [key, about] = isInPopup ? (['put_back', target.name] as const) : ([kind, name] as const);
    return t(`${key}_${outcome}`, about, length, LIMIT_PLACE);
  };
  const said = Object.fromEntries(TRANSFER_OUTCOMES.map((outcome) => [outcome, wordsOf(outcome)]));
  return {
    id: transfer.id,
    text: transfer.text,
    hints: target.composerHints,
    path: target.path,
    said: said as Record<TransferOutcome, string>,
    amount,
    filesStay: transfer.hasFiles ? t('transfer_files_stay', name) : null,
    labels: {
      region: t('extension_short_name'),
      close: t('transfer_close'),
      gap: sentenceGap(speech),
      ...languageOf(speech),
      locale: speech.locale,
    },
  };
}

/** Tells the banner in the tab that a draft left how it ended. Another site in that tab must not learn the target. */
async function tellOrigin(
  ports: Ports,
  { transfer: { from, to, conversation, originTabId }, target, options }: Arrived,
  isThere: boolean,
): Promise<void> {
  if (from === to || from === 'sample' || originTabId === null) return;
  const assistant = registryOf(options).get(from);
  const patterns = [...chatPatterns(assistant), ...consolePatterns(assistant, options.parts[from] ?? [])];
  if (!(await ports.openTabs(patterns)).includes(originTabId)) return;
  const [there, kept] =
    conversation === undefined
      ? (['banner_draft_there', 'banner_draft_kept'] as const)
      : (['banner_conversation_there', 'banner_conversation_kept'] as const);
  const text = ports.speech().t(isThere ? there : kept, target.name);
  await ports.tellTab(originTabId, { type: 'draft-arrived', text });
}

/** Deletes a transfer that has arrived. Any other stays until it expires, but no tab is given its text again. */
export async function endTransfer(
  ports: Ports,
  tabId: number,
  address: string,
  { id, outcome }: { id: number; outcome: TransferOutcome },
): Promise<null> {
  const arrived = await transferFor(ports, tabId, address);
  // A script may only report on the transfer of its own tab.
  if (arrived === null || arrived.transfer.id !== id) return null;
  const hasArrived = isArrival(outcome);
  const { transfer } = arrived;
  if (isAssistantFallback(transfer.to)) await noteComposer(ports, transfer.to, outcome !== 'no_composer');
  // Before its transfer: a worker that dies in between fills the same text in again, which changes nothing.
  if (hasArrived && transfer.from === transfer.to) await forgetRestored(ports, transfer, transfer.from);
  if (hasArrived || transfer.from === 'sample') await discardTransfer(ports, id);
  else await changeTransfer(ports, id, { tabId: null });
  if (transfer.from === 'sample') await recordFallbackTest(ports, transfer.to, outcome);
  await tellOrigin(ports, arrived, hasArrived || outcome === 'altered');
  return null;
}

const OUTCOMES: Record<TransferPlan['method'], FallbackTestOutcome> = {
  open: 'by_hand',
  fill: 'under_way',
  prefill: 'by_address',
  paste: 'by_hand',
  by_hand: 'by_hand',
};

/**
 * Transfers a sample text in the real way. False while a draft of the user waits, because the sample would replace it on
 * the clipboard. Drafts from private windows are ignored, so that the answer does not reveal them.
 */
export async function testFallback(ports: Ports, to: FallbackId): Promise<boolean> {
  const active = activeTransfers(await ports.readDrafts('transfers'), ports.now());
  if (active.some(({ from, isPrivate }) => from !== 'sample' && !isPrivate)) return false;
  // Reading the options sets the language.
  await ports.readOptions();
  const text = ports.speech().t('fallback_test_sample');
  const method = await startTransfer(ports, to, { from: 'sample', text }, null);
  if (method !== null) await recordFallbackTest(ports, to, OUTCOMES[method]);
  return true;
}
