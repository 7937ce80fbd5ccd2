import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPackages, FIREFOX_BUNDLE, installIn } from './packages/build-packages';
import { lintFirefox } from './packages/lint-firefox';
import { packFiles } from './packages/pack-files';
import { writePackage } from './packages/package-file';
import { sourcesOf } from './packages/sources';
import { unpack } from './packages/unpack';

// Builds the store packages and proves that they can be reproduced from the sources: `npm run zip`.

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, '.output/packages');
const say = (text: string) => console.log(text);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Lints the Firefox bundle. Prints known warnings; ours end the command. */
function lint(): void {
  const { known, ours } = lintFirefox(path.join(ROOT, FIREFOX_BUNDLE));
  for (const { code, message, file } of ours) say(`  ${code} ${file ?? ''}: ${message}`);
  if (ours.length > 0) throw new Error('web-ext lint found errors; see the output above.');
  say(`  web-ext lint: nothing of ours; ${known.length} known warnings about React DOM’s own code.`);
}

/** Builds again in another folder from the source package only. */
async function buildFromSources(sources: Uint8Array): Promise<Awaited<ReturnType<typeof buildPackages>>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-sources-'));
  try {
    await unpack(sources, folder);
    installIn(folder);
    return await buildPackages(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  say('Building for Chrome, Edge and Firefox …');
  const packages = await buildPackages(ROOT);
  lint();
  const sources = await packFiles(sourcesOf(ROOT));
  say('Building once more, from the package of sources in a folder of its own …');
  const again = await buildFromSources(sources);
  const differing = [...packages].filter(
    ([store, bytes]) => hashOf(bytes) !== hashOf(again.get(store) ?? bytes.slice(1)),
  );
  if (differing.length > 0) {
    throw new Error(`Built from the sources these differ: ${differing.map(([store]) => store).join(', ')}.`);
  }
  say('  The same bytes.');

  const sums: string[] = [];
  for (const [name, bytes] of [...packages, ['sources', sources] as const]) {
    const file = path.basename(writePackage(ROOT, name, bytes));
    sums.push(`${hashOf(bytes)}  ${file}`);
    say(`  ${String(Math.ceil(bytes.length / 1000)).padStart(5)} kB  ${file}`);
  }
  writeFileSync(path.join(FOLDER, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  say(`Packages: ${path.relative(process.cwd(), FOLDER)}`);
}

main().catch((error: unknown) => {
  say(String(error));
  process.exitCode = 1;
});
