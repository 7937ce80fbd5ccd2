import { openTab } from '@/utils/browser/tabs';
import { clockTime, fullTime } from '@/utils/i18n/moments';
import type { MessageKey, Speech, Translate } from '@/utils/i18n/speech';
import type { Assistant, AssistantId, ChatSite } from '@/utils/model/assistant';
import { LEVELS, type Level } from '@/utils/model/level';
import type { IncidentPhase, MaintenancePhase, PlatformId, Update } from '@/utils/model/report';
import { isSnoozed, type Status } from '@/utils/model/status';
import { assistantOf } from '@/utils/ui/page-registry';

/** A text about a moment, and the whole moment for the tooltip; null when there is no moment to tell. */
export interface Timed {
  text: string;
  full: string | null;
}

export function timed(text: string, at: number | null, speech: Speech): Timed {
  return { text, full: at === null ? null : fullTime(at, speech) };
}

/** "Jul 4", with the year unless it is the current one. For many days: a formatter is slow to make. */
export function dayWriter({ locale, timeZone, now }: Speech): (at: number) => string {
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone });
  const ofThisYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
  const ofOthers = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric', timeZone });
  const thisYear = year.format(now);
  return (at) => (year.format(at) === thisYear ? ofThisYear : ofOthers).format(at);
}

/** How many days were of which level: what the picture of a strip sums up to. */
export function countWords(days: readonly { level: Level }[], { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  const counts = LEVELS.flatMap((level) => {
    const count = days.filter((day) => day.level === level).length;
    return count === 0 ? [] : [t('popup_strip_count', t(`level_${level}`), number.format(count))];
  });
  return new Intl.ListFormat(locale, { type: 'unit' }).format(counts);
}

/** The first and the last day of each run of days that are alike. */
export function runsOf<Day extends { level: Level }>(days: readonly Day[]): [Day, Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0].level === day.level) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** One thing that a maker wrote. The text is theirs, the rest is ours. */
export interface ToldUpdate {
  key: string;
  /** "Watching a fix, 14:58" */
  at: Timed;
  text: string;
}

const PHASES: Record<IncidentPhase | MaintenancePhase, MessageKey> = {
  investigating: 'popup_phase_investigating',
  identified: 'popup_phase_identified',
  monitoring: 'popup_phase_monitoring',
  resolved: 'popup_phase_resolved',
  scheduled: 'popup_phase_scheduled',
  in_progress: 'popup_phase_in_progress',
  verifying: 'popup_phase_verifying',
  completed: 'popup_phase_completed',
  cancelled: 'popup_phase_cancelled',
};

/** In the order in which they stand; `timeOf` says how exactly the moment of each is told. */
export function toldUpdates(
  updates: readonly Update<IncidentPhase | MaintenancePhase>[],
  timeOf: (at: number, speech: Speech) => string,
  speech: Speech,
): ToldUpdate[] {
  const { t } = speech;
  return updates.map(({ at, phase, text }, index) => {
    const time = timeOf(at, speech);
    const words = phase === null ? time : t('popup_update_at', t(PHASES[phase]), time);
    return { key: `${at} ${index}`, at: timed(words, at, speech), text };
  });
}

/** "Snoozed until 18:00.", and the way out of it. */
export interface Snoozed {
  text: string;
  end: string;
  endFor: string;
}

/** Null while it is not snoozed. */
export function snoozedOf(
  status: Pick<Status, 'snoozes'>,
  id: AssistantId,
  name: string,
  speech: Speech,
): Snoozed | null {
  const untilMs = status.snoozes[id] ?? 0;
  // By the rule that mutes: one that it does not honor must not be announced.
  if (!isSnoozed(status, id, speech.now)) return null;
  return {
    text: speech.t('popup_snoozed', clockTime(untilMs, speech)),
    end: speech.t('popup_snooze_end'),
    endFor: speech.t('popup_snooze_end_for', name),
  };
}

/** For people: a host, with its path where there is one. */
export function siteOf({ host, path }: ChatSite): string {
  return path === '/' ? host : `${host}${path}`;
}

/** What a grant for the chat holds beyond it, in a sentence; null where the chat has its host to itself. */
export function wideOf(id: AssistantId, { t }: Speech): string | null {
  const [site] = assistantOf(id).chatSites;
  return site === undefined || site.path === '/' ? null : t('popup_banner_wide', siteOf(site), site.host);
}

/** Who makes status pages, as they write themselves; those with a dialect of their own make only theirs. */
export const MAKER_NAMES: Record<Exclude<PlatformId, 'feed'>, string> = {
  statuspage: 'Statuspage',
  incidentio: 'incident.io',
  instatus: 'Instatus',
  betterstack: 'Better Stack',
  flashduty: 'Flashduty',
  google: 'Google',
  microsoft: 'Microsoft',
  xai: 'xAI',
};

/** The host of its status page, or why there is none. */
export function sourceOf({ statusPages: [page], statusLink }: Assistant, t: Translate): string {
  if (page !== undefined) return new URL(page.address).host;
  return statusLink === null ? t('popup_no_page') : t('popup_unread_page');
}

/** Goes to another page of ours, in its open tab where there is one. Where tabs cannot be had, as a link would. */
export function goToPage(href: string): void {
  openTab(new URL(href, location.href).href).catch(() => window.open(href, '_blank', 'noopener'));
}

/** The first moments of the last days, oldest first, today's last: midnights of this device, which know of summer time. */
export function dayStarts(now: number, count: number): number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime(),
  );
}

/** What the switch stands for; another number may have been preset. */
export const NOTICE_HOURS = 2;

/** In the click itself. Tells whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
