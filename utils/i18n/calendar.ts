import { parseUrl } from '@/utils/model/address';
import type { Assistant } from '@/utils/model/assistant';
import type { Maintenance } from '@/utils/model/report';
import { datedFileName, fullTime, slugOf } from './moments';
import type { Speech } from './speech';

/** Where a maintenance was read. */
export interface MaintenanceSource {
  assistant: Pick<Assistant, 'id' | 'name' | 'provider'>;
  /** The status page; null if there is none to show. */
  pageUrl: string | null;
  /** When the announcement was read, epoch milliseconds. */
  readAt: number;
}

/** RFC 5545, 3.1: a content line has at most 75 octets without its line break. */
const MAX_OCTETS = 75;

/** Folds a content line between characters. A continuation starts with a space, which counts. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** RFC 5545, 3.3.11. Control characters are not allowed in a text, except tabs and escaped line breaks. */
function textValue(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** "20261201T140000Z": RFC 5545, 3.3.5, form 2. */
const utcValue = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** An id is unique on its page. Two assistants of one provider share an entry; a page that moves to another host keeps it. */
const uidOf = ({ id }: Maintenance, { provider }: MaintenanceSource['assistant']): string =>
  `${encodeURIComponent(id.toWellFormed())}@${encodeURIComponent(slugOf(provider))}.understudy`;

const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1);

/**
 * Status pages do not number their revisions, so seconds until the reading count: a later reading always replaces an
 * earlier one. Fits into 31 bits until 2088.
 */
const sequenceOf = (readAt: number): number => Math.max(0, Math.floor((readAt - SEQUENCE_EPOCH) / 1_000));

/** An address as RFC 3986 writes it, without a line break; null if it is none. */
function addressValue(url: string | null): string | null {
  return url === null ? null : (parseUrl(url)?.href ?? null);
}

function descriptionOf({ updates, endsAt, phase }: Maintenance, source: MaintenanceSource, speech: Speech): string {
  const { t } = speech;
  const isOff = phase === 'cancelled';
  const key = isOff ? 'calendar_cancelled' : 'calendar_announced';
  const read = t(key, source.assistant.provider, fullTime(source.readAt, speech));
  const facts = endsAt === null && !isOff ? t('join_sentences', t('calendar_no_end'), read) : read;
  return [updates[0]?.text ?? '', facts].filter(Boolean).join('\n\n');
}

/**
 * A maintenance as an iCalendar file (RFC 5545). A calendar that has an earlier version may replace it, because the id
 * stays and the sequence grows. Null if the page states no start.
 */
export function maintenanceCalendar(
  maintenance: Maintenance,
  source: MaintenanceSource,
  speech: Speech,
): string | null {
  const { title, phase, startsAt, endsAt } = maintenance;
  if (startsAt === null) return null;
  const url = addressValue(maintenance.url ?? source.pageUrl);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Understudy//Planned maintenance//EN',
    // An announcement, no invitation: nobody is asked for an answer (RFC 5546, 3.2.1). So there is no organizer either,
    // whose address some calendars would show as the sender.
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uidOf(maintenance, source.assistant)}`,
    `SEQUENCE:${sequenceOf(source.readAt)}`,
    `DTSTAMP:${utcValue(source.readAt)}`,
    `DTSTART:${utcValue(startsAt)}`,
    // DTEND must be later than DTSTART. Without one, the entry marks the start.
    ...(endsAt !== null && endsAt >= startsAt + 1_000 ? [`DTEND:${utcValue(endsAt)}`] : []),
    `SUMMARY:${textValue(speech.t('history_labeled_value', source.assistant.name, title))}`,
    `DESCRIPTION:${textValue(descriptionOf(maintenance, source, speech))}`,
    ...(url === null ? [] : [`URL:${url}`]),
    `STATUS:${phase === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    // It does not make its reader busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** The name of the file, with the day of the start. */
export function calendarFileName(
  { startsAt }: Pick<Maintenance, 'startsAt'>,
  { assistant: { name } }: Pick<MaintenanceSource, 'assistant'>,
  speech: Speech,
): string {
  return datedFileName('maintenance', { name, at: startsAt ?? speech.now, ending: 'ics' }, speech);
}
