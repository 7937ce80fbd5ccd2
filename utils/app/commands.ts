import { bannerSiteAt, fallbackTarget, isAtFallback, registryOf } from '@/utils/assistants/lookups';
import { continueReply } from '@/utils/i18n/transfer-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Origin } from '@/utils/model/drafts';
import { parseFallbackId } from '@/utils/model/fallback';
import type { ContinueReply, LimitAction, PageMessage, Replies, SiteMessage } from '@/utils/model/messages';
import type { Status } from '@/utils/model/status';
import type { BannerView } from '@/utils/model/views';
import { orderFallbacks } from '@/utils/rules/fallbacks/plan';
import { withAwaited, withLimitAwaited, withLimitEnd, withoutLimit } from '@/utils/rules/notifying/awaited';
import { withDismissal, withReaction } from '@/utils/rules/notifying/surfaces';
import { withSpotDismissed } from '@/utils/rules/sightings/blind-spots';
import { erase, lookAt, sampleNotice, snooze } from './actions';
import { bannerView } from './banner-view';
import { askLocalModels, fallbacksTo, handOverFiles, offerConversation } from './continue-elsewhere';
import {
  discardTransfer,
  endTransfer,
  fillInstruction,
  plannedTransfer,
  startTransfer,
  testFallback,
} from './draft-transfers';
import { evaluateAll } from './evaluate';
import { openPopup, type Ports, type RunExclusive } from './ports';
import { planWakeUp, runRound } from './round';
import {
  autosaveConfigFor,
  autosaveDraft,
  discardAutosaved,
  discardDraft,
  restoreDraft,
  restoreOffer,
} from './saved-drafts';
import { forgetGrant } from './sightings';
import { changeUnshownStatus, evaluationContext, loadState } from './state';
import { changeStatus } from './surfaces';
import { changeWaitingDraft, keepWaiting } from './waiting';

/** Changes the limits, and the wake-up where one is awaited. Only the popup shows them. */
async function changeLimits(ports: Ports, step: (status: Status) => Status): Promise<null> {
  if (await changeUnshownStatus(ports, step)) await planWakeUp(ports);
  return null;
}

/** Remembers when the user's limit ends. Of a watched assistant only. */
async function noteLimitEnd(ports: Ports, id: AssistantId, until: number, isAwaited: boolean): Promise<null> {
  const { watched } = await ports.readOptions();
  if (!watched.includes(id)) return null;
  return changeLimits(ports, (status) => {
    const noted = withLimitEnd(status, id, until, ports.now());
    return isAwaited ? withLimitAwaited(noted, id, true, ports.now()) : noted;
  });
}

/** Requests a notification at the end that an error message names, which the user has pasted. */
const awaitLimitEnd = (ports: Ports, id: AssistantId, until: number): Promise<null> =>
  noteLimitEnd(ports, id, until, true);

/** Requests or cancels the notification at the end of a limit, or forgets the limit. */
function changeLimit(ports: Ports, id: AssistantId, does: LimitAction): Promise<null> {
  return changeLimits(ports, (status) =>
    does === 'forget' ? withoutLimit(status, id) : withLimitAwaited(status, id, does === 'await', ports.now()),
  );
}

/** Opens a fallback of the user's plan, even if it went down after the list was shown. */
async function continueIn(
  ports: Ports,
  from: AssistantId,
  { to, draft: text, hasFiles, conversation, isNotCopied }: Extract<SiteMessage, { type: 'continue' }>,
  origin: Origin,
): Promise<ContinueReply | null> {
  const options = await ports.readOptions();
  if (to === from || !orderFallbacks(options).includes(to)) return null;
  const planned = await plannedTransfer(ports, options, to, { text, conversation });
  const draft = text === '' ? null : { from, text, hasFiles, conversation, isNotCopied };
  const method = await startTransfer(ports, to, draft, origin);
  // A local model has no page. The popup says that the draft was copied, and offers to copy it again.
  if (method !== null && parseFallbackId(to).kind === 'local') await openPopup(ports);
  const name = fallbackTarget(to, options)?.name;
  if (method === null || name === undefined || (method === 'by_hand' && text === '')) return null;
  const speech = ports.speech();
  // A text that was to be filled in has none, also if its transfer could not be stored.
  const hasFile = !origin.isPrivate && planned?.method !== 'fill';
  const reply = continueReply({ method, name, extent: conversation, hasFile }, speech);
  if (!hasFiles) return reply;
  const files =
    method === 'fill'
      ? speech.t('transfer_files_may_come', name)
      : speech.t('transfer_files_stay', registryOf(options).get(from).name);
  const withFiles = (text: string) => speech.t('join_sentences', text, files);
  return { copied: withFiles(reply.copied), notCopied: withFiles(reply.notCopied) };
}

const awaitRecovery = (ports: Ports, id: AssistantId, awaits: { bringsForward: boolean } | null): Promise<null> =>
  changeStatus(ports, (status) => withAwaited(status, id, awaits, ports.now()));

/** The result is shown in an extension page, because the chat site must not learn it. */
async function openCheck(ports: Ports, id: AssistantId): Promise<null> {
  // A tab that is open already shows what was found then.
  await ports.openTab(`${ports.pageUrl('popup')}#check=${id}`, null, { isFresh: true });
  return null;
}

/** What the banner shows now. Judged again, because the last reading may have expired since the last round. */
async function viewFor(ports: Ports, { id }: Assistant): Promise<BannerView | null> {
  const { status, options, registry } = await loadState(ports);
  if (!options.watched.includes(id)) return null;
  const evaluated = evaluateAll(status, [id], options, await evaluationContext(ports));
  return bannerView(id, evaluated, options, { registry, speech: ports.speech() });
}

/** Keeps a draft until the assistant is back. The sentence for the banner says what became of it. */
async function keepFromBanner(
  ports: Ports,
  { id, name }: Assistant,
  { draft: text, hasFiles }: Extract<SiteMessage, { type: 'keep-waiting' }>,
  origin: Origin,
): Promise<string> {
  const outcome = await keepWaiting(ports, id, { text, ...origin });
  const { t } = ports.speech();
  const said = t(`waiting_${outcome}`, name);
  return outcome === 'kept' && hasFiles ? t('join_sentences', said, t('banner_leaves_files')) : said;
}

/** The page and the tab that a message came from, as reported by the browser. */
export interface Sender {
  address: string;
  tabId: number;
  /** Whether the tab is in a private window. Default: false. */
  isPrivate?: boolean;
}

/** Answers a content script. It learns about the assistant of its own site only. */
export async function answerSite(
  ports: Ports,
  { address, tabId, isPrivate = false }: Sender,
  message: SiteMessage,
): Promise<Replies[SiteMessage['type']]> {
  // Draft transfers are identified by their tab, which may show a custom chat.
  if (message.type === 'fill-instruction') return fillInstruction(ports, tabId, address);
  if (message.type === 'transfer-files') return handOverFiles(ports, tabId, address, message.id);
  if (message.type === 'transfer-outcome') return endTransfer(ports, tabId, address, message);
  const options = await ports.readOptions();
  const at = bannerSiteAt(address, options);
  // A script may outlive its permission, for example in the back-forward cache.
  if (at === null || !(await ports.hasAccess([at.pattern]))) return null;
  const site = at.assistant;
  switch (message.type) {
    case 'banner-view':
      return viewFor(ports, site);
    case 'fallbacks':
      return fallbacksTo(ports, site.id);
    case 'dismiss':
      return changeStatus(ports, (status) => withDismissal(status, site.id, ports.now()));
    case 'await':
      return awaitRecovery(ports, site.id, message.isOn ? { bringsForward: false } : null);
    case 'continue':
      return continueIn(ports, site.id, message, { tabId, isPrivate });
    case 'conversation':
      return offerConversation(ports, site, message, { tabId, isPrivate });
    case 'carry-conversation':
      await ports.rememberCarriesConversation(message.isOn);
      return null;
    case 'keep-waiting':
      return keepFromBanner(ports, site, message, { tabId, isPrivate });
    // Text of a private window is never written to disk, and saved drafts are not shown in one.
    case 'autosave-config':
      return isPrivate ? null : autosaveConfigFor(ports, site.id, tabId);
    case 'autosave':
      return !isPrivate && autosaveDraft(ports, site.id, { ...message, tabId });
    case 'restore-offer':
      // No draft is filled into a console, which has the banner, too.
      return isPrivate || !isAtFallback(site.id, address, options) ? null : restoreOffer(ports, site.id, tabId);
    case 'restore-draft':
      return isPrivate ? null : restoreDraft(ports, site.id, tabId, message.key);
    case 'discard-draft':
      return isPrivate ? null : discardDraft(ports, site.id, tabId, message.key);
    case 'check':
      return openCheck(ports, site.id);
  }
}

/** Answers an extension page. `round` is the queue of rounds: two never run in parallel. */
export async function answerPage(
  ports: Ports,
  round: RunExclusive,
  message: PageMessage,
): Promise<Replies[PageMessage['type']]> {
  switch (message.type) {
    case 'refresh':
      await round(() => runRound(ports, 'asked'));
      return null;
    case 'opened':
      await round(() => runRound(ports, 'glance'));
      return null;
    case 'continue':
      // The fallback of the click is opened even if it is no longer suggested.
      await startTransfer(ports, message.to, message.draft, message.origin);
      return null;
    case 'local-models':
      return askLocalModels(ports, message.ids);
    case 'test-fallback':
      return testFallback(ports, message.to);
    case 'discard-transfer':
      return discardTransfer(ports, message.id);
    case 'keep-draft-in-front':
      return keepWaiting(ports, message.assistantId, { text: message.draft, ...message.origin });
    case 'waiting':
      return changeWaitingDraft(ports, message.key, message.does);
    case 'discard-kept':
      return discardAutosaved(ports, message.only);
    case 'erase':
      return erase(ports, round);
    case 'sample-notice':
      // Reading the options sets the language.
      await ports.readOptions();
      await ports.showNotice(sampleNotice(ports.speech()));
      return null;
    case 'snooze':
      return snooze(ports, message.assistantId, message.untilMs);
    case 'react':
      return changeStatus(ports, (status) => withReaction(status, message.assistantId, message.says, ports.now()));
    case 'await-recovery':
      return awaitRecovery(ports, message.assistantId, message.awaits);
    case 'limit-end':
      return awaitLimitEnd(ports, message.assistantId, message.until);
    case 'limit':
      return changeLimit(ports, message.assistantId, message.does);
    case 'dismiss-spot':
      return changeStatus(ports, (status) => withSpotDismissed(status, message.key));
    case 'forget-grant':
      return forgetGrant(ports, message.pattern);
    case 'look':
      await round(() => lookAt(ports, message.assistantIds));
      return null;
  }
}
