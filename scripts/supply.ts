import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findLicenses, refusedOf } from './supply/licenses';
import { readAudit } from './supply/read-audit';

/** Checks the licenses and known vulnerabilities of shipped dependencies. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = findLicenses(lock, (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
const refused = refusedOf(shipped);
console.log(`licenses: ${shipped.map(({ name, license }) => `${name} ${license}`).join(', ')}`);
for (const { name, license } of refused) console.error(`${name} has the license ${license}, which is not allowed.`);

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 30_000 });
const audit = readAudit(stdout ?? '');
if (audit.kind === 'unanswered') {
  console.warn('\n*** AUDIT SKIPPED: the registry did not answer, so vulnerabilities are unknown. ***\n');
} else {
  console.log(`audit: ${audit.found.length} known vulnerabilities in shipped packages`);
  for (const name of audit.found) console.error(`${name} has a known vulnerability: see npm audit --omit=dev.`);
}
const hasFound = audit.kind === 'answered' && audit.found.length > 0;
if (refused.length > 0 || shipped.length === 0 || hasFound) process.exitCode = 1;
