import { chatPatterns, openChatPatterns } from '@/utils/assistants/patterns';
import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, homeOf } from '@/utils/model/assistant';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import type { FallbackId } from '@/utils/model/fallback';
import { MENU_ITEMS, type MenuItem } from '@/utils/model/messages';
import type { NoticePress } from '@/utils/model/notification';
import { isSnoozed, type Status } from '@/utils/model/status';
import type { NoticeView } from '@/utils/model/views';
import { limitNoticeIdOf } from '@/utils/rules/notifying/awaited';
import { backNoticeIdOf } from '@/utils/rules/notifying/decide-notifications';
import { noticeIdOf } from '@/utils/rules/notifying/gather-notifications';
import { withSnooze } from '@/utils/rules/notifying/surfaces';
import { planPolls } from '@/utils/rules/polling/plan-polls';
import { evidenceOfWatched, withoutUnwatched } from '@/utils/rules/settings/forget';
import { pageFallbacks, plannedConversation } from './continue-elsewhere';
import { plannedTransfer, startTransfer } from './draft-transfers';
import { openPopup, type Ports, type RunExclusive } from './ports';
import { pollFloorsOf } from './read-page';
import { beginRound, commitReadings, finishRound, readDue, runRound } from './round';
import { awaitOptions, loadState } from './state';
import { changeStatus } from './surfaces';
import { bringBack, waitingFor } from './waiting';

/**
 * Opens the welcome page after the installation. Not after an update, nor when an unpacked extension is reloaded: browsers
 * report that as an installation too.
 */
export async function onInstalled(ports: Ports, reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { pages } = await ports.readStatus();
  if (Object.keys(pages).length > 0) return;
  await ports.openTab(ports.pageUrl('welcome'));
}

/**
 * Removes what is stored about assistants that are no longer watched. At once, because they may be watched again before
 * the next round ends. Never rejects; each round does the same.
 */
export async function forgetUnwatched(ports: Ports): Promise<void> {
  const forget = async () => {
    const { status, options } = await loadState(ports);
    const kept = withoutUnwatched(status, options.watched);
    if (kept !== status) await ports.writeStatus(kept);
    const memory = await ports.readEvidence();
    const evidence = evidenceOfWatched(memory, options.watched);
    if (evidence !== memory) await ports.writeEvidence(evidence);
  };
  // Erasing everything also calls this, and the last policy is erased as well.
  await awaitOptions(ports);
  await ports.withStatusLock(forget).catch(() => undefined);
}

/** Erases everything and starts over. In the queue of rounds: a round in progress would store its readings afterwards. */
export async function erase(ports: Ports, round: RunExclusive): Promise<null> {
  const eraseAll = async () => {
    // While the permission is granted, Chromium still reports no request before its next start; revoking it forgets this.
    const { grantedAt } = await ports.readEvidence();
    await ports.eraseAll();
    if (grantedAt === undefined) return;
    await Promise.all([ports.writeEvidence({ ...NO_EVIDENCE, grantedAt }), ports.keepGrant(grantedAt)]);
  };
  await round(() => ports.withStatusLock(eraseAll));
  await awaitOptions(ports);
  await round(() => runRound(ports, 'woken'));
  return null;
}

/** Only a watched assistant can be snoozed: the next round would drop any other snooze. */
async function changeSnooze(ports: Ports, id: AssistantId, step: (status: Status) => Status): Promise<null> {
  const { watched } = await ports.readOptions();
  return watched.includes(id) ? changeStatus(ports, step) : null;
}

export function snooze(ports: Ports, id: AssistantId, untilMs: number | null): Promise<null> {
  return changeSnooze(ports, id, (status) => withSnooze(status, id, untilMs, ports.now()));
}

const HOUR = 3_600_000;

/** Snoozed for an hour. A snooze that lasts longer stays: neither the button nor the menu shows that there is one. */
function withHourSnoozed(status: Status, id: AssistantId, now: number): Status {
  const until = isSnoozed(status, id, now) ? (status.snoozes[id] ?? 0) : 0;
  return withSnooze(status, id, Math.max(until, now + HOUR), now);
}

function snoozeForHour(ports: Ports, id: AssistantId): Promise<null> {
  return changeSnooze(ports, id, (status) => withHourSnoozed(status, id, ports.now()));
}

/** Opens the fallback that a notification offered, or the popup with what is available now if that went down. */
async function continueFromNotice(ports: Ports, from: AssistantId, to: FallbackId): Promise<void> {
  const state = await loadState(ports);
  const isAvailable = pageFallbacks(state, from, ports.now()).some(({ id }) => id === to);
  if (isAvailable) await startTransfer(ports, to, null, null);
  else await openPopup(ports);
}

/** Does what a click on a notification or a press of one of its buttons asks for. */
export async function pressNotice(ports: Ports, noticeId: string, press: NoticePress): Promise<void> {
  if (press.kind === 'open') await openNotice(ports, noticeId);
  else if (press.kind === 'snooze') await snoozeForHour(ports, press.assistantId);
  else await continueFromNotice(ports, press.from, press.to);
}

/**
 * Opens what a notification is about: the chat if the assistant has recovered or its limit has ended, with the draft that
 * waits for it, else the popup in a tab.
 */
async function openNotice(ports: Ports, noticeId: string): Promise<void> {
  const { status, registry } = await loadState(ports);
  const { recoveries } = status;
  const { all } = registry;
  const back = all.find(
    ({ id }) =>
      noticeIdOf(recoveries[id]?.episode.id) === noticeId ||
      backNoticeIdOf(id, null) === noticeId ||
      limitNoticeIdOf(id) === noticeId,
  );
  // With a later issue, it is down again; the draft goes on waiting.
  const isUp = back !== undefined && status.verdicts[back.id]?.kind === 'up';
  const [draft] = back === undefined ? [] : await waitingFor(ports, back.id);
  if (draft !== undefined && isUp) {
    await bringBack(ports, draft);
    return;
  }
  const home = back === undefined || draft !== undefined ? null : homeOf(back);
  if (back !== undefined && home !== null) await ports.bringForward(openChatPatterns(back), home);
  else await openPopup(ports);
}

async function snoozeAll(ports: Ports): Promise<null> {
  const { watched } = await ports.readOptions();
  const now = ports.now();
  return changeStatus(ports, (status) => watched.reduce((all, id) => withHourSnoozed(all, id, now), status));
}

const isMenuItem = (id: string | number): id is MenuItem => MENU_ITEMS.some((item) => item === id);

/** Creates the icon's menu again, in case the language has changed. In the queue of rounds, as `start` creates it too. */
export async function renewMenu(ports: Ports): Promise<void> {
  // Reading the options sets the language.
  await ports.readOptions();
  await ports.showMenu();
}

/** Runs an entry of the icon's menu. `round` is the queue of rounds. An unknown entry, of another version, does nothing. */
export async function pickFromMenu(ports: Ports, round: RunExclusive, id: string | number): Promise<void> {
  if (!isMenuItem(id)) return;
  const picks: Record<MenuItem, () => Promise<unknown>> = {
    menu_check: () => round(() => runRound(ports, 'asked')),
    menu_history: () => ports.openTab(ports.pageUrl('history')),
    menu_snooze: () => snoozeAll(ports),
  };
  await picks[id]();
}

/**
 * Continues in the first fallback that is up, with what is typed in the chat in front and, if the user chose so and allowed
 * its site, its conversation. Opens the popup where there is no chat in front or no fallback, where something of that can't
 * be read, and where it would have to be copied, which only a page can do.
 */
async function continueInFirst(ports: Ports): Promise<void> {
  const state = await loadState(ports);
  const front = await ports.frontTab().catch(() => null);
  const from = front === null ? null : state.registry.chatAt(front.address);
  const [first] = from === null ? [] : pageFallbacks(state, from.id, ports.now());
  if (front === null || from === null || first === undefined) return openPopup(ports);
  const { kind, text: typed, hasFiles } = await ports.readComposer(front.tabId, from.composerHints);
  if (kind === 'unreadable') return openPopup(ports);
  const wanted = { to: first.id, draft: typed };
  // A key press gives access to the tab in front. A conversation is read only where the user has allowed the site as well.
  const mayRead = state.options.carriesConversation && (await ports.hasAccess(chatPatterns(from)).catch(() => false));
  const above = mayRead ? await plannedConversation(ports, from, wanted, front) : 'new_chat';
  if (above === null || (typeof above === 'string' && above !== 'new_chat')) return openPopup(ports);
  const { text, extent: conversation } = above === 'new_chat' ? { text: typed } : above;
  const plan = await plannedTransfer(ports, state.options, first.id, { text, conversation });
  const isLeft = plan === null || plan.method === 'paste' || plan.method === 'by_hand';
  // Files go along with a text only; the popup says that they stay.
  if (isLeft || (text === '' && hasFiles)) return openPopup(ports);
  const draft = text === '' ? null : { from: from.id, text, hasFiles, conversation, isNotCopied: true as const };
  await startTransfer(ports, first.id, draft, { tabId: front.tabId, isPrivate: front.isPrivate });
}

/** Runs a command that the user gave a key. An unknown one, of another version, does nothing. */
export async function runCommand(ports: Ports, round: RunExclusive, name: string): Promise<void> {
  if (name === 'command_continue') await continueInFirst(ports);
  else await pickFromMenu(ports, round, name);
}

/** The notification that the settings page shows as a sample. */
export function sampleNotice({ t, now }: Speech): NoticeView {
  return { id: 'understudy-sample', newsAt: now, title: t('sample_title'), text: t('sample_text'), buttons: [] };
}

/**
 * Reads the status pages of these assistants now, as a round does, unless a page was read within the limits for a manual
 * refresh. To be called in the queue of rounds.
 */
export async function lookAt(ports: Ports, ids: readonly AssistantId[]): Promise<Status> {
  const before = await beginRound(ports);
  const pages = ids.map((id) => ({
    id,
    memory: before.status.pages[id],
    attention: 'asked' as const,
    floors: pollFloorsOf(before.registry.get(id)),
  }));
  const { due } = planPolls(ports.now(), pages, ports.random());
  if (due.length === 0) return before.status;
  const after = await commitReadings(ports, await readDue(ports, before, due));
  await finishRound(ports, after);
  return after.status;
}
