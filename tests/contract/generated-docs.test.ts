import { describe, expect, it } from 'vitest';
import { GENERATED, withTable } from '@/scripts/docs/tables';
import { readText } from './source-files';

describe('tables that repeat the registry', () => {
  it.each(GENERATED)('$name in $file is up to date: `npm run docs` writes it', ({ name, file, make }) => {
    const page = readText(file);
    expect(withTable(page, name, make())).toBe(page);
  });

  it('refuses a page that has lost its markers, instead of leaving it out of date', () => {
    expect(() => withTable('# A page', 'assistants', 'a table')).toThrow('assistants');
  });
});
