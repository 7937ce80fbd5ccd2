import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findLicences, unwelcome } from './supply/licences';
import { readAudit } from './supply/read-audit';

/** Checks the licenses and known vulnerabilities of shipped dependencies. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = findLicences(lock, (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
const refused = unwelcome(shipped);
console.log(`licences: ${shipped.map(({ name, licence }) => `${name} ${licence}`).join(', ')}`);
for (const { name, licence } of refused) console.error(`${name} is under ${licence}, which is not on our list.`);

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 30_000 });
const audit = readAudit(stdout ?? '');
if (audit.kind === 'unanswered') {
  console.warn('\n*** AUDIT SKIPPED: the registry did not answer, so nothing is known of known defects. ***\n');
} else {
  console.log(`audit: ${audit.found.length} known defects in what is shipped`);
  for (const name of audit.found) console.error(`${name} has a known defect: see npm audit --omit=dev.`);
}
const hasFound = audit.kind === 'answered' && audit.found.length > 0;
if (refused.length > 0 || shipped.length === 0 || hasFound) process.exitCode = 1;
