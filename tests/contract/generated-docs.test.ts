import { describe, expect, it } from 'vitest';
import { GENERATED, withTable } from '@/scripts/docs/tables';
import { readText } from './source-files';

describe('generated tables of the documents', () => {
  it.each(GENERATED)('$name in $file is up to date: `npm run docs` writes it', ({ name, file, make }) => {
    const page = readText(file);
    expect(withTable(page, name, make())).toBe(page);
  });

  it('throws for a document without the markers, instead of leaving its table out of date', () => {
    expect(() => withTable('# A page', 'assistants', 'a table')).toThrow('assistants');
  });
});
