import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf, violationsOf } from './layers/check';
import { LAYERS } from './layers/table';

/** Part of `npm run lint`: prints every import that the table of layers does not allow. */

// All of utils and components, so that a folder without a layer is found; of the tests only those with a layer.
const FOLDERS = new Set(LAYERS.map(({ folder }) => (folder.startsWith('tests/') ? folder : folder.split('/')[0])));

const files = [...FOLDERS].flatMap((folder = '') =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);
const violations = files.flatMap((file) => violationsOf(file, importsOf(file, readFileSync(file, 'utf8'))));
for (const violation of violations) console.error(violation);
console.log(`Layers: ${files.length} files, ${violations.length} forbidden imports.`);
process.exitCode = violations.length > 0 ? 1 : 0;
