import { openTab } from '@/utils/browser/tabs';
import { factLine, formatCount, fullTime, listWords } from '@/utils/i18n/moments';
import type { Speech, Translate } from '@/utils/i18n/speech';
import {
  type Assistant,
  type AssistantId,
  type ChatSite,
  isOwnPageId,
  type StatusPage,
  statusPageOf,
  watchKindOf,
} from '@/utils/model/assistant';
import { LEVELS, type Level } from '@/utils/model/level';
import type { IncidentPhase, MaintenancePhase, Update } from '@/utils/model/report';
import type { PageMemory } from '@/utils/model/status-page';
import { assistantOf } from '@/utils/ui/page-registry';

/** A text about a time, and the full time for its tooltip; null where there is none. */
export interface Timed {
  text: string;
  full: string | null;
}

export function timed(text: string, at: number | null, speech: Speech): Timed {
  return { text, full: at === null ? null : fullTime(at, speech) };
}

/** How many days were of which level: the summary of a strip. */
export function countWords(days: readonly { level: Level }[], speech: Speech): string {
  const { t } = speech;
  const counts = LEVELS.flatMap((level) => {
    const count = days.filter((day) => day.level === level).length;
    return count === 0 ? [] : [t('popup_strip_count', t(`level_${level}`), formatCount(count, speech))];
  });
  return listWords(counts, 'unit', speech);
}

/** Whether nothing is known of any of these days. Their bars would be a row of dots, which looks like a broken chart. */
export const areUnknown = (days: readonly { level: Level }[]): boolean =>
  days.every(({ level }) => level === 'unknown');

/** The first and the last day of each run of days of the same level. */
export function runsOf<Day extends { level: Level }>(days: readonly Day[]): [Day, Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0].level === day.level) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** An update that a provider posted. */
export interface ListedUpdate {
  key: string;
  /** "Monitoring, 14:58" */
  at: Timed;
  text: string;
}

/** Keeps the order. `timeOf` formats the time of an update. */
export function listedUpdates(
  updates: readonly Update<IncidentPhase | MaintenancePhase>[],
  timeOf: (at: number, speech: Speech) => string,
  speech: Speech,
): ListedUpdate[] {
  const { t } = speech;
  return updates.map(({ at, phase, text }, index) => {
    const time = timeOf(at, speech);
    const words = phase === null ? time : t('popup_update_at', t(`popup_phase_${phase}`), time);
    return { key: `${at} ${index}`, at: timed(words, at, speech), text };
  });
}

/** A host, with its path where there is one. */
export function siteOf({ host, path }: ChatSite): string {
  return path === '/' ? host : `${host}${path}`;
}

/** A sentence that access to the chat covers more than the chat; null where the chat has its host to itself. */
export function wideOf(id: AssistantId, { t }: Speech): string | null {
  const [site] = assistantOf(id).chatSites;
  return site === undefined || site.path === '/' ? null : t('popup_banner_wide', siteOf(site), site.host);
}

const coreNamesOf = ({ core }: StatusPage, t: Translate): string =>
  listWords(
    core.map(({ name }) => name),
    'unit',
    { t, locale: undefined },
  );

/** Where the verdict of an assistant comes from, if that needs a word: from which part, and from which host. */
export function sourceNotes(assistant: Assistant, memory: PageMemory | undefined, { t }: Speech): string[] {
  const page = statusPageOf(assistant, memory?.address);
  if (page === null) return [];
  const { host } = new URL(page.address);
  const other = memory?.otherHost?.host;
  return [
    ...(page.lacksChat ? [t('popup_stand_in', coreNamesOf(page, t))] : []),
    ...(other === undefined ? [] : [t('popup_other_host', host, other)]),
  ];
}

/** The host of the status page and which part stands for the chat, or why there is none. */
export function sourceOf({ statusPages: [page], statusLink }: Assistant, t: Translate): string {
  if (page !== undefined) {
    const { host } = new URL(page.address);
    return page.lacksChat ? factLine([host, t('source_stand_in', coreNamesOf(page, t))], { t }) : host;
  }
  return statusLink === null ? t('popup_no_page') : t('popup_unread_page');
}

/** How well an assistant can be watched. Of a custom page, whose components the user chose, the host says more. */
export function watchWords(assistant: Assistant, t: Translate): string {
  return isOwnPageId(assistant.id) ? sourceOf(assistant, t) : t(`watched_by_${watchKindOf(assistant)}`);
}

/** Opens another page of the extension, in its open tab where there is one. Without access to tabs, opens it like a link. */
export function goToPage(href: string): void {
  openTab(new URL(href, location.href).href).catch(() => window.open(href, '_blank', 'noopener'));
}

/** The starts of the last days, oldest first, today last. Local midnights, so that daylight saving time is right. */
export function dayStarts(now: number, count: number): number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime(),
  );
}

/** How long before maintenance the switch notifies. An organization may have set another number. */
export const NOTICE_HOURS = 2;

/** Resolves to whether it worked. Browsers allow copying only within the click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The same for a text that is not known yet: browsers allow copying only within the click. Copies nothing if it rejects.
 */
export async function copyTextLater(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((known) => new Blob([known], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    return false;
  }
}
