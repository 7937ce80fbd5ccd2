import type { ChangelogEntry } from './changelog';

/** Why a tag can't be released; null if it can: it names the version, which has a dated changelog entry. */
export function whyNotReleased(tag: string, version: string, changelog: readonly ChangelogEntry[]): string | null {
  if (tag !== `v${version}`) return `The tag is "${tag}", and package.json says ${version}: it has to be v${version}.`;
  const [newest] = changelog;
  if (newest?.version !== version)
    return `CHANGELOG.md begins with ${newest?.version ?? 'nothing'}, not with ${version}.`;
  if (!/^20\d\d-\d\d-\d\d$/.test(newest.when)) return `CHANGELOG.md says of ${version}: ${newest.when}. Write its day.`;
  return newest.notes === '' ? `CHANGELOG.md tells nothing of ${version}.` : null;
}
