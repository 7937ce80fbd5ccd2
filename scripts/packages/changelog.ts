export interface ChangelogEntry {
  version: string;
  /** The text after the version: "2026-11-30" or "not released yet". */
  when: string;
  notes: string;
}

/** The entry of each version, newest first. */
export function readChangelog(text: string): ChangelogEntry[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const [, version = '', when = ''] = heading.match(/^(\d+\.\d+\.\d+) \((.+)\)$/) ?? [];
      return { version, when, notes: lines.join('\n').trim() };
    });
}
