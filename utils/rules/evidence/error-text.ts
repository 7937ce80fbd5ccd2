import type { ErrorMeaning } from '@/utils/model/diagnosis';
import { believedEnd } from '@/utils/model/limit';

interface ErrorRow {
  meaning: ErrorMeaning;
  /** Texts as chat sites write them, offered for selection. */
  samples: readonly [string, ...string[]];
  /** Matches the error texts. Numbers match as whole words only. */
  pattern: RegExp;
}

/** Meanings of error texts, most specific first: many texts match two. */
export const ERROR_ROWS: readonly ErrorRow[] = [
  {
    meaning: 'limit',
    samples: ['Too many requests', '429'],
    pattern:
      /\b429\b|too many (?:requests|messages)|rate.?limit|(?:usage|message) limit|limit (?:reached|exceeded|resets?|will reset)|(?:hit|reached) (?:your|the|our)\b.{0,40}\blimit|out of (?:free )?messages|(?:nachrichten|nutzungs)limit|limit (?:ist )?erreicht|limit wird|zu viele (?:anfragen|nachrichten)/i,
  },
  { meaning: 'overloaded', samples: ['Overloaded', '529'], pattern: /\b529\b|overloaded|at capacity|high demand/i },
  {
    meaning: 'signed_out',
    samples: ['Session expired', '401'],
    pattern:
      /\b401\b|unauthori[sz]ed|session (?:has |is )?(?:expired|invalid)|(?:log|sign) in again|not (?:logged|signed) in/i,
  },
  {
    meaning: 'refused',
    samples: ['Access denied', '403'],
    pattern: /\b403\b|forbidden|access denied|unable to verify|not available in your (?:country|region)/i,
  },
  {
    meaning: 'missing',
    samples: ['Conversation not found', '404'],
    pattern:
      /\b404\b|(?:conversation|chat|history)\b.{0,40}(?:not found|missing|gone|unavailable|not load|n[’']t (?:be )?load)|unable to load (?:conversation|history|chat)/i,
  },
  {
    meaning: 'unavailable',
    samples: ['Service unavailable', '503'],
    pattern: /\b503\b|(?:service|temporarily) unavailable/i,
  },
  {
    meaning: 'gateway',
    samples: ['Bad gateway', '502', 'Gateway timeout', '504'],
    pattern: /\b50[24]\b|bad gateway|gateway time-?out/i,
  },
  {
    meaning: 'server_error',
    samples: ['Internal server error', '500'],
    pattern: /\b500\b|internal (?:server )?error/i,
  },
  {
    meaning: 'network',
    samples: ['Network error', 'Failed to fetch'],
    pattern:
      /network ?error|failed to fetch|err_[a-z_]+|connection (?:was )?(?:lost|reset|refused|closed|timed out)|check your (?:internet )?connection/i,
  },
  {
    meaning: 'vague',
    samples: ['Something went wrong', 'Request failed'],
    pattern: /something went wrong|request failed|an error (?:has )?occurred|unexpected error|try again/i,
  },
];

/** A longer paste is a whole page; the error is near its beginning. */
const MAX_LENGTH = 2_000;

/** The meaning of an error text; null if it is not recognized. */
export function explainError(text: string): ErrorMeaning | null {
  const start = text.slice(0, MAX_LENGTH);
  return ERROR_ROWS.find(({ pattern }) => pattern.test(start))?.meaning ?? null;
}

/** A time as a text states it, before it is known which day is meant. */
interface Clock {
  hour: number;
  minute: number;
  day: Day;
  timeZone: Zone;
}

type Day =
  | { kind: 'next' }
  | { kind: 'ahead'; days: number }
  /** 0 is Sunday. */
  | { kind: 'weekday'; weekday: number }
  /** `month` counts from 0. */
  | { kind: 'date'; month: number; day: number };

const MONTHS = 'jan|feb|m[aä]r|apr|ma[yi]|jun|jul|aug|sep|o[ck]t|nov|de[cz]';
const WEEKDAYS = 'sun|mon|tue|wed|thu|fri|sat';
const GERMAN_WEEKDAYS = 'sonn|mon|diens|mitt|donners|frei|sams';
const NEAR_DAYS: Readonly<Record<string, number>> = { today: 0, heute: 0, tomorrow: 1, morgen: 1 };
/** An end is a few days ahead, so its year is known. */
const YEAR = '(?:,? 20\\d\\d\\b)?';

const DAY = [
  `(?<near>${Object.keys(NEAR_DAYS).join('|')})`,
  `(?<weekday>${GERMAN_WEEKDAYS})tag`,
  `(?<short>${WEEKDAYS})(?:s|nes|rs|urs|ur)?(?:day)?`,
  `(?<month>${MONTHS})[a-zä]{0,6}\\.? (?<date>\\d{1,2})(?:st|nd|rd|th)?${YEAR}`,
  `(?<dateFirst>\\d{1,2})(?:\\.|st|nd|rd|th)? (?<monthLast>${MONTHS})[a-zä]{0,6}\\.?${YEAR}`,
].join('|');
/** Days that are not read: in numbers, of which the order varies, "the 19th", and "the day after tomorrow". */
const UNREAD_DAY =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}([./])\d{1,2}\1\d{2,4}\b|\bon \d{1,2}\/\d{1,2}\b|\b(?:am|ab|bis) \d{1,2}\.\d{1,2}\.|\bthe \d{1,2}(?:st|nd|rd|th)\b|\bday after tomorrow\b|übermorgen/i;
const TIME =
  '(?<hour>\\d{1,2})(?:(?<mark>[:.])(?<minute>[0-5]\\d)(?::\\d\\d)?)?(?: ?(?<half>[ap])\\.?m\\b\\.?)?(?<uhr> uhr\\b)?';
const LINK = '(?:,? (?:at|on|after|um|am|nach|ab|bis) |,? )';
const WHEN = `(?:(?:${DAY})${LINK})?${TIME}`;

/** Words that announce the end of a limit directly before it. */
const ENDS = '(?:again|available|resets?|reset|refresh(?:es)?|renews?|until|till|retry|back)';
const STRONG_CLOCK = new RegExp(`\\b${ENDS}(?: (?:again|on|at|after|from|by|around))*:? ${WHEN}`, 'gi');
const NAMED_DAY = DAY.replaceAll(/\?<\w+>/g, '?:');
/** A time after a preposition or a day counts only if nothing is announced more clearly. */
const WEAK_CLOCK = new RegExp(
  `\\b(?:(?:at|after|until|from|by|um|bis|ab|nach|am) |(?=(?:${NAMED_DAY})${LINK}))${WHEN}`,
  'gi',
);
const IS_ABOUT_END =
  /limit|\b(?:again|reset\w*|until|available|continue|retry|erneut|wieder|nochmals?|noch einmal|zurück\w*|kontingent|verfügbar\w*|nutzungs\w*)/i;
const IS_GERMAN = /\b(?:uhr|um|bis|ab|erneut|wieder|versuche?|zurückgesetzt|dein|morgen|heute)\b/i;

const UNITS =
  '(?:d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?|tag(?:e[n]?)?|std|stunden?|minuten?|sekunden?)(?![a-zäöü])\\.?';
const PART = `(?:\\d{1,4}(?:[.,]\\d{1,3})?[ -]?|(?:an?|one|eine[rn]?)[ -])${UNITS}`;
const LENGTH = `(?<length>${PART}(?:(?:,? and |,? und |, | )?${PART}){0,3})`;
const LENGTHS = [
  new RegExp(`\\b${ENDS}(?: (?:again|in|after|about)){0,3} ${LENGTH}(?! ago\\b)`, 'gi'),
  new RegExp(`\\bwait(?: (?:for|about|another|at least)){0,2} ${LENGTH}`, 'gi'),
  new RegExp(`\\bin ${LENGTH}(?<!\\.),? (?:you can )?(?:try )?again\\b`, 'gi'),
  new RegExp(`\\b(?:erneut|wieder|verfügbar|zurückgesetzt|warte|sich) (?:bitte )?(?:in|nach|noch) ${LENGTH}`, 'gi'),
  new RegExp(
    `\\bin ${LENGTH}(?: [a-zäöüß]{1,20}){0,3} (?:erneut|wieder|nochmals?|noch einmal|zurück|zurückgesetzt|verfügbar)\\b`,
    'gi',
  ),
];

const SECONDS: Readonly<Record<string, number>> = { d: 86_400, t: 86_400, h: 3_600, m: 60, s: 1 };

/** The seconds of a unit by its first letter; of "Std" and "Stunden" by the second, as "s" is also the second itself. */
const secondsOf = (unit: string): number => (/^st/i.test(unit) ? 3_600 : (SECONDS[unit[0]?.toLowerCase() ?? ''] ?? 0));

function lengthMs(text: string): number {
  const parts = text.matchAll(
    new RegExp(`(?:(?<count>\\d+(?:[.,]\\d+)?)[ -]?|(?:an?|one|eine[rn]?)[ -])(?<unit>${UNITS})`, 'gi'),
  );
  let seconds = 0;
  for (const { groups } of parts) {
    seconds += Number((groups?.count ?? '1').replace(',', '.')) * secondsOf(groups?.unit ?? '');
  }
  return seconds * 1_000;
}

/** Abbreviations that mean one zone wherever they are read. Others, such as CST and IST, mean several. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  MEZ: 'Europe/Berlin',
  MESZ: 'Europe/Berlin',
  PT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  ET: 'America/New_York',
  EST: 'America/New_York',
  EDT: 'America/New_York',
};
const ZONE = /^ ?\(?([A-Z][A-Za-z]+(?:\/[A-Z][\w+-]+){1,2}|[A-Z]{2,5}\b)\)?/;
/** As browsers name most zones outside of America: "GMT+2". */
const OFFSET = /^ ?\(?(?:UTC|GMT) ?(?<sign>[+\u2212-])(?<hours>\d|0\d|1[0-4])(?::?(?<minutes>[0-5]\d))?(?!\d)\)?/;

/** IANA name, or the offset from UTC in milliseconds; undefined: the user's own. */
type Zone = string | number | undefined;

/** The time zone at the beginning of a text, and what states it; null if it is not certain which one is meant. */
function zoneAt(text: string): { ending: string; timeZone: Zone } | null {
  const offset = OFFSET.exec(text);
  if (offset !== null) {
    const { sign, hours, minutes = '0' }: Groups = offset.groups ?? {};
    const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
    return { ending: offset[0], timeZone: sign === '+' ? ms : -ms };
  }
  const [ending = '', zone] = ZONE.exec(text) ?? [];
  const timeZone = zone?.includes('/') ? zone : zone === undefined ? undefined : ZONES[zone];
  const isUnclear = (zone !== undefined && timeZone === undefined) || /^ ?[+\u2212-]\d/.test(text.slice(ending.length));
  return isUnclear ? null : { ending, timeZone };
}

type Groups = Readonly<Record<string, string | undefined>>;

const indexIn = (names: string, name: string): number =>
  names.split('|').findIndex((one) => new RegExp(`^${one}`, 'i').test(name));

function dayOf({ near, weekday, short, month, date, dateFirst, monthLast }: Groups): Day {
  if (near !== undefined) return { kind: 'ahead', days: NEAR_DAYS[near.toLowerCase()] ?? 0 };
  if (weekday !== undefined) return { kind: 'weekday', weekday: indexIn(GERMAN_WEEKDAYS, weekday) };
  if (short !== undefined) return { kind: 'weekday', weekday: indexIn(WEEKDAYS, short) };
  const name = month ?? monthLast;
  if (name !== undefined) return { kind: 'date', month: indexIn(MONTHS, name), day: Number(date ?? dateFirst) };
  return { kind: 'next' };
}

/** Whether a text names another day than today. A time without a day may belong to it. */
function namesAnotherDay(text: string): boolean {
  const named = [...text.matchAll(new RegExp(`\\b(?:${DAY})(?![a-zäöü\\d])`, 'gi'))];
  const isToday = (day: Day) => day.kind === 'ahead' && day.days === 0;
  return named.some(({ groups = {} }) => !isToday(dayOf(groups)));
}

const OR_ANOTHER = /^,? (?:or|oder|bzw)\b/i;
const DAY_AFTER = new RegExp(`^,? (?:on |am )?(?:${DAY})(?![a-zäöü\\d])`, 'i');

/**
 * Undefined if it is only a number. Null if it is not certain which time is meant: in English, "at 4:20" may be in the
 * morning or not. `rest` is what follows it.
 */
function clockOf(groups: Groups, rest: string, isGerman: boolean): Clock | null | undefined {
  const { minute, half, uhr, mark } = groups;
  const hour = Number(groups.hour);
  const isNamed = half !== undefined || uhr !== undefined;
  if ((minute === undefined && !isNamed) || (mark === '.' && uhr === undefined)) return undefined;
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return undefined;
  const isClear = isNamed || isGerman || hour > 12 || groups.hour?.startsWith('0') === true;
  if (!isClear || OR_ANOTHER.test(rest)) return null;
  const zone = zoneAt(rest);
  if (zone === null) return null;
  const { ending, timeZone } = zone;
  const day = dayOf(groups);
  const dayAfter = DAY_AFTER.exec(rest.slice(ending.length))?.groups;
  const shift = half === undefined ? 0 : (half.toLowerCase() === 'p' ? 12 : 0) - (hour === 12 ? 12 : 0);
  return {
    hour: hour + shift,
    minute: Number(minute ?? 0),
    day: day.kind === 'next' && dayAfter !== undefined ? dayOf(dayAfter) : day,
    timeZone,
  };
}

/** Year, month (from 0), day, hour, minute and second of a moment on the clocks of a time zone. Throws for an unknown one. */
function wallClockOf(at: number, timeZone: Zone): [number, number, number, number, number, number] {
  if (typeof timeZone === 'number') return wallClockOf(at + timeZone, 'UTC');
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return [year, month - 1, day, hour, minute, second];
}

/** The moment at which the clocks of a time zone show this. Twice, because the offset may change in between. */
function momentOf(shown: number, timeZone: Zone): number {
  const offsetAt = (at: number) => Date.UTC(...wallClockOf(at, timeZone)) - at;
  return shown - offsetAt(shown - offsetAt(shown));
}

const HOUR = 3_600_000;

function momentOfClock(
  { hour, minute, day, timeZone: named }: Clock,
  now: number,
  own: string | undefined,
): number | null {
  const timeZone = named ?? own;
  const [year, month, date] = wallClockOf(now, timeZone);
  const at = (...[y, m, d]: [number, number, number]) => momentOf(Date.UTC(y, m, d, hour, minute), timeZone);
  // A limit that ended a moment ago is more likely than one that ends in almost a day or a week.
  const hasJustEnded = (end: number) => end <= now && now - end < HOUR;
  switch (day.kind) {
    case 'next': {
      const today = at(year, month, date);
      if (hasJustEnded(today)) return null;
      return today > now ? today : at(year, month, date + 1);
    }
    case 'ahead':
      return at(year, month, date + day.days);
    case 'weekday': {
      const today = new Date(Date.UTC(year, month, date)).getUTCDay();
      const days = (day.weekday - today + 7) % 7;
      const first = at(year, month, date + days);
      if (hasJustEnded(first)) return null;
      return first > now ? first : at(year, month, date + days + 7);
    }
    case 'date': {
      const first = at(year, day.month, day.day);
      // Around New Year.
      return first > now ? first : at(year + 1, day.month, day.day);
    }
  }
}

/** A point in time as programs write it: with its offset, or as seconds since the epoch behind a bar. */
const STAMP = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d))/g;
const SECONDS_STAMP = /\|(\d{10})\b/g;

/** Ends that are stated in two ways, "in 2 hours (at 4:20 PM)", differ by what was rounded. */
const SAME_WITHIN_MS = 10 * 60_000;

/**
 * When the limit ends that an error text in English or German reports, epoch milliseconds. Null if it states no time, two
 * times, or one that can be understood in two ways. `timeZone` is that of the user; undefined: that of the device.
 */
export function limitEndIn(text: string, now: number, timeZone: string | undefined): number | null {
  const start = text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ');
  if (!IS_ABOUT_END.test(start) && !/\bwait\b|\bwarte\b/i.test(start)) return null;
  const isGerman = IS_GERMAN.test(start);
  const isDayUnread = UNREAD_DAY.test(start);
  const isDayApart = namesAnotherDay(start);
  const clocksBy = (pattern: RegExp) =>
    [...start.matchAll(pattern)].flatMap(({ 0: match, index, groups = {} }) => {
      const clock = clockOf(groups, start.slice(index + match.length), isGerman);
      if (clock === undefined) return [];
      return isDayUnread || (isDayApart && clock?.day.kind === 'next') ? [null] : [clock];
    });
  try {
    const stamps = [
      ...[...start.matchAll(STAMP)].map(([, date, time]) => Date.parse(`${date}T${time}`)),
      ...[...start.matchAll(SECONDS_STAMP)].map(([, seconds]) => Number(seconds) * 1_000),
    ];
    const lengths = LENGTHS.flatMap((pattern) =>
      [...start.matchAll(pattern)].map(({ groups }) => now + lengthMs(groups?.length ?? '')),
    );
    const strong = clocksBy(STRONG_CLOCK);
    const clocks = strong.length + stamps.length + lengths.length > 0 ? strong : clocksBy(WEAK_CLOCK);
    const ends = [...stamps, ...lengths, ...clocks.map((clock) => clock && momentOfClock(clock, now, timeZone))];
    const [first, ...others] = ends.toSorted((a, b) => (b ?? 0) - (a ?? 0));
    const isOne = others.every((other) => other !== null && first != null && first - other <= SAME_WITHIN_MS);
    return isOne ? believedEnd(first ?? null, now) : null;
  } catch {
    // A time zone that does not exist.
    return null;
  }
}
