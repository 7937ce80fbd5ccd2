export interface ChangelogEntry {
  version: string;
  /** As written behind the version: "2026-11-30", or "not released yet". */
  when: string;
  notes: string;
}

/** What the changelog tells of each version, the newest first. */
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
