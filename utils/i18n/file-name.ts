import type { Speech } from './speech';

/** Lowercase letters and digits with hyphens between them; the same on every machine. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** "maintenance-claude-2026-12-01.ics" for the content "maintenance" and the ending "ics", by the user's calendar. */
export function datedFileName(
  content: string,
  { name, at, ending }: { name: string; at: number; ending: string },
  { timeZone }: Pick<Speech, 'timeZone'>,
): string {
  // The Swedish format is that of ISO 8601.
  const day = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(at);
  return `${content}-${slugOf(name)}-${day}.${ending}`;
}
