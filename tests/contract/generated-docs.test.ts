import { describe, expect, it } from 'vitest';
import { GENERATED, withTable } from '@/scripts/docs/tables';
import { readText } from './source-files';

describe('generated tables in the docs', () => {
  it.each(GENERATED)('$name in $file is up to date (run `npm run docs`)', ({ name, file, make }) => {
    const page = readText(file);
    expect(withTable(page, name, make(page))).toBe(page);
  });

  it('cannot be updated in a page without markers', () => {
    expect(() => withTable('# A page', 'assistants', 'a table')).toThrow('assistants');
  });
});
