import { describe, expect, it } from 'vitest';
import packageJson from '@/package.json';
import packageLock from '@/package-lock.json';
import { readChangelog } from '@/scripts/packages/changelog';
import { sourcesOf } from '@/scripts/packages/sources';
import { SIGNS } from '@/utils/model/verdict';
import { APP_ICON_SIZES } from '@/utils/ui/marks';
import { manifestFor } from './manifest';
import { pngSize } from './png-size';
import { ROOT, readText } from './source-files';

describe('the version', () => {
  it('of package.json is the same in the changelog and the lockfile', () => {
    const { version } = packageJson;
    expect(readChangelog(readText('CHANGELOG.md'))[0]?.version).toBe(version);
    expect([packageLock.version, packageLock.packages[''].version]).toEqual([version, version]);
  });

  it.each(['chrome', 'firefox'] as const)(
    'is not set by the configuration for %s, so that it is the one of package.json',
    async (browser) => {
      const keys = Object.keys(await manifestFor(browser));
      expect(keys).toContain('permissions');
      expect(keys.filter((key) => key.startsWith('version'))).toEqual([]);
    },
  );

  it('history in the changelog is sorted, with a date or "not released yet" and notes for each version', () => {
    const entries = readChangelog(readText('CHANGELOG.md'));
    const numbers = entries.map(({ version }) => version.split('.').map(Number));
    const sorted = numbers.toSorted((a, b) => {
      const [major = 0, minor = 0, patch = 0] = a.map((part, index) => (b[index] ?? 0) - part);
      return major || minor || patch;
    });
    expect(numbers).toEqual(sorted);
    for (const { version, when, notes } of entries) {
      expect(version, when).not.toBe('');
      expect(when).toMatch(/^(20\d\d-\d\d-\d\d|not released yet)$/);
      expect(notes, version).not.toBe('');
    }
  });
});

describe('icons', () => {
  it.each(APP_ICON_SIZES)('include the app icon in %i pixels', (size) => {
    expect(pngSize(`public/icons/app-${size}.png`)).toEqual([size, size]);
  });

  it.each(SIGNS)('include the toolbar icon for %s in 16 and 32 pixels', (sign) => {
    for (const size of [16, 32]) expect(pngSize(`public/icons/toolbar-${sign}-${size}.png`)).toEqual([size, size]);
  });
});

it('the source package contains what a build needs, and no screenshots or results', () => {
  const names = [...sourcesOf(ROOT).keys()];
  expect(names).toEqual(
    expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'docs/store/for-reviewers.md', 'utils/app/round.ts']),
  );
  const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0]));
  expect([...folders].sort()).toEqual(['components', 'docs', 'entrypoints', 'public', 'scripts', 'tests', 'utils']);
  expect(names.filter((name) => name.startsWith('docs/'))).toEqual(['docs/store/for-reviewers.md']);
});
