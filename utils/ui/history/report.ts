import { formatCount, listWords, plural, sentences } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Signal, TimelineEntry } from '@/utils/model/history';
import {
  type DownTime,
  type DownTimes,
  downTimes,
  outagePeriod,
  type ReportScope,
  reportedEntries,
  signalsApart,
  unclearEntries,
} from '@/utils/rules/history/report';
import { rewordingWords } from './revisions';
import { entryMonth, entryTime, type Known } from './timeline';
import { claimWords, promiseWords } from './uptime';

/** One outage of a report. */
export interface ReportSection {
  key: string;
  heading: string;
  /** A label and its value each. */
  facts: [string, string][];
  /** What the provider wrote, oldest first. */
  updates: { at: string; words: string }[];
}

/** A report in words: the page and the Markdown file are made from it. */
export interface OutageReport {
  title: string;
  /** What it is about, and from which data. */
  intro: string[];
  /** The minutes down by each source. */
  totals: [string, string][];
  sections: ReportSection[];
  /** What the provider's terms ask, where they are known, and what they ask that only the user knows. */
  terms: string[];
  blanks: string[];
}

/** "2026-09-03 14:39 UTC (16:39 CEST)": the same for every reader, and the user's own clock. */
export function bothTimes(at: number, { locale, timeZone }: Speech): string {
  const utc = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const local = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return `${utc} UTC (${local.format(at)})`;
}

const inMinutes = (ms: number): number => Math.round(ms / 60_000);

/** The minutes down by each source in a period, and how many it knows where that is not all of them. */
function minutesOf(times: DownTimes, { from, to }: { from: number; to: number }, speech: Speech): [string, string][] {
  const { t } = speech;
  const words = (time: DownTime | null) => {
    const [known, all] = [inMinutes(time?.knownMs ?? 0), inMinutes(to - from)];
    if (time === null || (known === 0 && all > 0)) return t('report_unknown');
    const down = inMinutes(time.downMs);
    if (known === all) return plural('report_minutes', down, speech);
    return t('report_minutes_known', formatCount(down, speech), formatCount(known, speech));
  };
  return [
    [t('report_by_page'), words(times.page)],
    [t('report_by_browser'), words(times.seen)],
    [
      t('report_by_messages'),
      times.own === null ? t('report_unknown') : plural('report_minutes', inMinutes(times.own), speech),
    ],
  ];
}

/** The end, "not over", or that only the last time it was seen open is known. */
function endFact({ endedAt, isEndKnown, isEndStated }: TimelineEntry, speech: Speech): [string, string] {
  const { t } = speech;
  if (endedAt === null) return [t('report_ended'), t('history_said_open')];
  const at = bothTimes(endedAt, speech);
  if (!isEndKnown) return [t('report_ended'), t('report_last_seen', at)];
  return [t(isEndStated ? 'report_ended' : 'report_ended_seen'), at];
}

function sectionOf(entry: TimelineEntry, known: Known, speech: Speech): ReportSection {
  const { t, now } = speech;
  const { assistant } = known;
  const scope = outagePeriod(entry, now);
  const signals = known.signals.filter(({ from, to }) => from < scope.to && to > scope.from);
  const sources = { listed: known.reported.counted, seen: known.seen.all, signals };
  const unclear = unclearEntries(known.entries, scope, now);
  const times = downTimes({ entries: [entry, ...unclear], ...sources, scope, now });
  const optional: [string, string | null][] = [
    [t('report_components'), entry.parts.length === 0 ? null : listWords(entry.parts, 'unit', speech)],
    [t('report_models'), entry.models.length === 0 ? null : listWords(entry.models, 'unit', speech)],
    [t('report_impact'), t(entry.level === null ? 'history_no_level' : `level_${entry.level}`)],
    [t(entry.isStartStated ? 'report_began' : 'report_began_seen'), bothTimes(entry.startedAt, speech)],
    endFact(entry, speech),
    [t('report_changed'), entry.rewording && rewordingWords(entry.rewording, speech)],
    [t('report_messages_failed'), entry.sensedAt === null ? null : bothTimes(entry.sensedAt, speech)],
    [t('report_first_seen'), entry.seenAt === null ? null : bothTimes(entry.seenAt, speech)],
    [t('report_page'), entry.url],
  ];
  return {
    key: entry.key,
    heading: entry.title ?? t('popup_past_seen'),
    facts: [
      [t('report_service'), `${assistant.name} (${assistant.provider})`],
      ...optional.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== ''),
      ...minutesOf(times, scope, speech),
    ],
    updates: [...entry.updates].reverse().map(({ at, phase, text }) => ({
      at: [bothTimes(at, speech), ...(phase === null ? [] : [t(`popup_phase_${phase}`)])].join(' · '),
      words: text,
    })),
  };
}

/** Own messages that failed without an outage in any source. */
function signalSection({ from, to }: Signal, { assistant }: Known, speech: Speech): ReportSection {
  const { t } = speech;
  return {
    key: `${assistant.id} signal ${from}`,
    heading: t('report_signal'),
    facts: [
      [t('report_service'), `${assistant.name} (${assistant.provider})`],
      [t('report_messages_failed'), bothTimes(from, speech)],
      [t('report_messages_last'), bothTimes(to, speech)],
    ],
    updates: [],
  };
}

/** What the terms of the providers ask, each with its source. Unknown terms are said to be unknown. */
function termsOf(known: readonly Known[], speech: Speech): string[] {
  return known.map(({ assistant }) => {
    const { promise, name } = assistant;
    if (promise === null) return speech.t('report_terms_unknown', name);
    const said = sentences([promiseWords(assistant, promise, speech), ...claimWords(promise, speech)], speech);
    return `${said} ${promise.url}`;
  });
}

function outagesWords(outages: number, signals: number, speech: Speech): string {
  if (outages > 0) return plural('report_outages', outages, speech);
  return speech.t(signals > 0 ? 'report_nothing_but_messages' : 'report_nothing');
}

/** What a report says of one assistant. */
interface Reported {
  known: Known;
  entries: TimelineEntry[];
  signals: Signal[];
}

/** The assistants that a report is about. */
function reportedIn(all: readonly Known[], scope: ReportScope, now: number): Reported[] {
  return all
    .map((known): Reported => {
      const entries = reportedEntries(known.entries, scope, now);
      const signals = scope.kind === 'month' ? signalsApart({ entries, signals: known.signals, scope, now }) : [];
      return { known, entries, signals };
    })
    .filter(({ entries, signals }) => entries.length + signals.length > 0);
}

/** A report about one outage or a month. Null if there is no such outage. */
export function outageReport(all: readonly Known[], scope: ReportScope, speech: Speech): OutageReport | null {
  const { t, now } = speech;
  const found = reportedIn(all, scope, now);
  const [first] = found;
  if (scope.kind === 'outage' && first === undefined) return null;
  const concerned = found.map(({ known }) => known);
  const names = listWords(
    concerned.length === 0 ? all.map((one) => one.assistant.name) : concerned.map((one) => one.assistant.name),
    'unit',
    speech,
  );
  const when =
    scope.kind === 'month' ? entryMonth(scope.from, speech) : entryTime(first?.entries[0]?.startedAt ?? now, speech);
  const month = scope.kind === 'month' ? { from: scope.from, to: Math.min(scope.to, now) } : null;
  const totals =
    month === null
      ? []
      : found.flatMap(({ known, entries }): [string, string][] => {
          const sources = { listed: known.reported.counted, seen: known.seen.all, signals: known.signals };
          // Such an incident is no outage in the report, but with it the page does not say that there was none.
          const unclear = unclearEntries(known.entries, month, now);
          const times = downTimes({ entries: [...entries, ...unclear], ...sources, scope: month, now });
          return minutesOf(times, month, speech).map(([label, value]) => [`${known.assistant.name}: ${label}`, value]);
        });
  const asksAccount = concerned.some(({ assistant }) => assistant.promise?.claim?.asks.includes('account'));
  const asksImpact = concerned.some(({ assistant }) => assistant.promise?.claim?.asks.includes('impact'));
  return {
    title: t('report_title', names, when),
    intro: [
      ...(month === null
        ? []
        : [
            outagesWords(
              found.flatMap(({ entries }) => entries).length,
              found.flatMap(({ signals }) => signals).length,
              speech,
            ),
          ]),
      t('report_made', bothTimes(now, speech)),
      t('report_sources'),
      t('report_degraded'),
    ],
    totals,
    sections: found.flatMap(({ known, entries, signals }) => [
      ...entries.map((entry) => sectionOf(entry, known, speech)),
      ...signals.map((signal) => signalSection(signal, known, speech)),
    ]),
    terms: termsOf(concerned, speech),
    blanks: [...(asksAccount ? [t('report_blank_account')] : []), ...(asksImpact ? [t('report_blank_impact')] : [])],
  };
}

/** The months in which there was an outage of the chat, or own messages failed, newest first, up to two years back. */
export function reportMonths(all: readonly Known[], { now }: Speech): { from: number; to: number }[] {
  const today = new Date(now);
  return Array.from({ length: 24 }, (_, back) => ({
    from: new Date(today.getFullYear(), today.getMonth() - back, 1).getTime(),
    to: new Date(today.getFullYear(), today.getMonth() - back + 1, 1).getTime(),
  })).filter((month, back) => {
    return back === 0 || reportedIn(all, { kind: 'month', ...month }, now).length > 0;
  });
}

/** Words of others must not become markup: a title or an update may hold anything. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^([ \t]*)([-+=]|\d+[.)])/gm, '$1\\$2');

/** The report as a Markdown file. */
export function reportMarkdown({ title, intro, totals, sections, terms, blanks }: OutageReport, { t }: Speech): string {
  const row = ([label, value]: [string, string]) => `- **${escaped(label)}:** ${escaped(value)}`;
  const quote = (words: string) =>
    escaped(words)
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n');
  const blocks = [
    `# ${escaped(title)}`,
    ...intro.map(escaped),
    ...(totals.length === 0 ? [] : [`## ${t('report_totals')}`, totals.map(row).join('\n')]),
    ...sections.flatMap(({ heading, facts, updates }) => [
      `## ${escaped(heading)}`,
      facts.map(row).join('\n'),
      ...(updates.length === 0 ? [] : [`### ${t('report_words')}`]),
      ...updates.flatMap(({ at, words }) => [`${escaped(at)}`, quote(words)]),
    ]),
    ...(terms.length === 0 ? [] : [`## ${t('report_terms')}`, ...terms.map(escaped)]),
    ...(blanks.length === 0 ? [] : [blanks.map((blank) => `- ${escaped(blank)}: ______`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
