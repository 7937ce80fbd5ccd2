import { readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '@/package.json';
import { readChangelog } from './packages/changelog';
import { whyNotReleased } from './packages/why-not-released';

// `npm run -s release:notes -- v1.2.3` prints the tag's changelog entry, or why it can't be released yet.

const [tag = ''] = process.argv.slice(2);
const changelog = readChangelog(readFileSync(path.resolve(import.meta.dirname, '../CHANGELOG.md'), 'utf8'));
const why = whyNotReleased(tag, packageJson.version, changelog);
if (why === null) {
  console.log(changelog[0]?.notes);
} else {
  console.error(why);
  process.exitCode = 1;
}
