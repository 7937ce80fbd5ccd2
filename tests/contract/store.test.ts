import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '@/utils/model/options';
import { manifestFor } from './manifest';
import { pngSize } from './png-size';
import { ROOT, readText } from './source-files';

const manifest = await manifestFor('chrome');

/** Patterns that are not a single host of the registry. */
const isWide = (pattern: string) => pattern === 'https://*/*' || pattern.startsWith('http:');

it('docs/store/permissions.md justifies exactly the permissions of the manifest', () => {
  const rows = readText('docs/store/permissions.md')
    .split('\n')
    .filter((line) => /^\| (?!permission|---)/i.test(line) && !line.startsWith('|---'));
  const names = rows.map((row) => row.split('|')[1]?.trim().replaceAll('`', '') ?? '');
  const { permissions, optional_permissions, optional_host_permissions } = manifest;
  const wide = optional_host_permissions.filter(isWide);
  expect(names.toSorted()).toEqual(
    [...permissions, ...optional_permissions, ...wide, 'chat sites', 'status pages'].toSorted(),
  );
  for (const row of rows) expect(row.split('|')[3]?.trim(), row).toMatch(/^[A-Z].*\.$/);
});

const PICTURES = ['1-banner', '2-popup', '3-draft-transferred', '4-history', '5-options'];

describe.each(LANGUAGE_CODES)('the store listing in %s', (language) => {
  const listing = readText(`docs/store/listing.${language}.md`);
  const sections = listing.split(/^## /m).slice(1);

  it('has a summary of at most 250 characters and a description', () => {
    const [, summary = ''] = sections[0]?.split('\n\n') ?? [];
    // Chinese needs a third of the characters of English.
    expect(summary.length).toBeGreaterThan(50);
    expect(summary.length).toBeLessThanOrEqual(250);
    expect(sections[1]?.length).toBeGreaterThan(500);
    expect(sections).toHaveLength(4);
  });
});

// `npm run screenshots` makes those of the other languages too; these two are in the repository.
describe.each(['en', 'de'])('the pictures of the store listing in %s', (language) => {
  it.each(PICTURES)('include %s in 1280 × 800 pixels', (name) => {
    const file = `docs/store/pictures/${language}-${name}.png`;
    expect(pngSize(file)).toEqual([1280, 800]);
    // A page that had not rendered yet has 5 kB.
    expect(statSync(path.join(ROOT, file)).size).toBeGreaterThan(20_000);
  });
});
