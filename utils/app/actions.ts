import { registryOf } from '@/utils/assistants/lookups';
import { openChatPatterns } from '@/utils/assistants/patterns';
import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, homeOf } from '@/utils/model/assistant';
import { MENU_ITEMS, type MenuItem } from '@/utils/model/messages';
import type { Status } from '@/utils/model/status';
import type { NoticeView } from '@/utils/model/views';
import { backNoticeIdOf } from '@/utils/rules/notifying/decide-notifications';
import { noticeIdOf } from '@/utils/rules/notifying/gather-notifications';
import { withSnooze } from '@/utils/rules/notifying/react';
import { planPolls } from '@/utils/rules/polling/plan-polls';
import { evidenceOfWatched, withoutUnwatched } from '@/utils/rules/settings/own-pages';
import type { InTurn } from './mutex';
import type { Ports } from './ports';
import { pollFloorsOf } from './read-page';
import { commitReadings, readDue, rescheduleAndRender, runRound } from './round';
import { loadState } from './state';
import { changeStatus } from './surfaces';

/**
 * Opens the page that lets a person choose: after the install, never after an update, and not where a browser says
 * "installed" of what has long been at work, as it does of an extension that was loaded by hand.
 */
export async function onInstalled(ports: Ports, reason: string): Promise<void> {
  if (reason !== 'install' || (await ports.readStatus()).tickedAt !== null) return;
  await ports.openTab(ports.pageUrl('welcome'));
}

/**
 * Forgets assistants that were switched off, at once: a round may take long, and by its end they may be watched again.
 * Never rejects; the digest of each round forgets their trouble as well.
 */
export async function forgetUnwatched(ports: Ports): Promise<void> {
  const forget = async () => {
    const [status, options] = await loadState(ports);
    const kept = withoutUnwatched(status, options.watched);
    if (kept !== status) await ports.writeStatus(kept);
    const memory = await ports.readEvidence();
    const evidence = evidenceOfWatched(memory, options.watched);
    if (evidence !== memory) await ports.writeEvidence(evidence);
  };
  await ports.withStatusLock(forget).catch(() => undefined);
}

/** Forgets everything and begins anew. Not while a round is under way: it would write what it had read before. */
export async function erase(ports: Ports, round: InTurn): Promise<null> {
  await round(() => ports.withStatusLock(ports.eraseAll));
  await round(() => runRound(ports, 'woken'));
  return null;
}

/**
 * What a click on a notification opens: the chat when it is back, else the popup's content in a tab. Its button, where a
 * browser has one, opens the history at whomever it is about.
 */
export async function openNotice(ports: Ports, noticeId: string, isHistoryWanted: boolean): Promise<void> {
  const [{ episodes, recoveries }, options] = await loadState(ports);
  const { all } = registryOf(options);
  const back = all.find(
    ({ id }) => noticeIdOf(recoveries[id]?.episode.id) === noticeId || backNoticeIdOf(id, null) === noticeId,
  );
  const about = back ?? all.find(({ id }) => noticeIdOf(episodes[id]?.id) === noticeId);
  const history = `${ports.pageUrl('history')}#${about?.id ?? ''}`;
  const home = isHistoryWanted || back === undefined ? null : homeOf(back);
  if (back !== undefined && home !== null) await ports.bringForward(openChatPatterns(back), home);
  else await ports.openTab(isHistoryWanted ? history : ports.pageUrl('popup'));
}

const HOUR = 3_600_000;

async function snoozeAll(ports: Ports): Promise<null> {
  const { watched } = await ports.readOptions();
  const now = ports.now();
  return changeStatus(ports, (status) => watched.reduce((all, id) => withSnooze(all, id, now + HOUR, now), status));
}

const isMenuItem = (id: string | number): id is MenuItem => MENU_ITEMS.some((item) => item === id);

/** What was picked on the icon's menu. `round` is the queue of rounds. An entry of another version does nothing. */
export async function pickFromMenu(ports: Ports, round: InTurn, id: string | number): Promise<void> {
  if (!isMenuItem(id)) return;
  const picks: Record<MenuItem, () => Promise<unknown>> = {
    menu_check: () => round(() => runRound(ports, 'asked')),
    menu_history: () => ports.openTab(ports.pageUrl('history')),
    menu_snooze: () => snoozeAll(ports),
  };
  await picks[id]();
}

/** A notification that says what it is. */
export function sampleNotice({ t, now }: Speech): NoticeView {
  return { id: 'understudy-sample', newsAt: now, title: t('sample_title'), text: t('sample_text') };
}

/**
 * Reads the status pages of these, judges and remembers them, as a round does. Whoever was read within the limits of
 * a person's wish is not read again. To be called in the queue of rounds.
 */
export async function lookAt(ports: Ports, ids: readonly AssistantId[]): Promise<Status> {
  const [before, options] = await loadState(ports);
  const registry = registryOf(options);
  const pages = ids.map((id) => ({
    id,
    memory: before.pages[id],
    attention: 'asked' as const,
    floors: pollFloorsOf(registry.get(id)),
  }));
  const { due } = planPolls(ports.now(), pages, ports.random());
  if (due.length === 0) return before;
  const read = await readDue(ports, before, options, due);
  const after = await commitReadings(ports, read);
  await rescheduleAndRender(ports, after, options);
  return after.status;
}
