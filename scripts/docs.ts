import { readFileSync, writeFileSync } from 'node:fs';
import { GENERATED, withTable } from './docs/tables';

/** Writes the generated tables of the documents. A contract test fails while one of them is out of date. */
for (const { name, file, make } of GENERATED) {
  const before = readFileSync(file, 'utf8');
  const after = withTable(before, name, make(before));
  writeFileSync(file, after);
  console.log(`${before === after ? 'unchanged' : 'written'}  ${name} in ${file}`);
}
