// Installs what a command needs and the machine lacks, with Node and npm only: `node scripts/setup.mjs [browser] [firefox]`.
// Prints to standard error only, because standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/** @param {string} command @param {string[]} args */
function run(command, args) {
  say(`  $ ${[path.basename(command), ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return true;
  say(`  It failed: ${error?.message ?? `exit code ${status}`}`);
  return false;
}

function hasPackages() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const wanted = path.join(root, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs - 1000;
}

function installPackages() {
  if (hasPackages()) return true;
  say('Installing the packages of package-lock.json: node_modules is missing or older.');
  const npm = process.env.npm_execpath;
  return npm === undefined ? run('npm', ['ci']) : run(process.execPath, [npm, 'ci']);
}

/** Only as root on Debian. Ubuntu's `chromium` package only redirects to its snap store. */
function canUseApt() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && !/^ID=ubuntu/m.test(release);
}

async function hasChromium() {
  const { findChromium } = await import('./find-chromium.mjs');
  return findChromium() !== null;
}

async function installBrowser() {
  if (await hasChromium()) return true;
  say('Installing Chromium: no browser that can load extensions was found.');
  if (canUseApt()) {
    run('apt-get', ['update']);
    if (run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) return true;
  }
  return run(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
}

/** Never fails: without Firefox, its tests are counted as skipped. */
async function installFirefox() {
  const { findFirefox } = await import('./find-firefox.mjs');
  if (findFirefox() !== null) return true;
  say('Installing Firefox: the tests run the extension in a real one.');
  const isInstalled = canUseApt() && run('apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr']);
  if (!isInstalled)
    say('NO FIREFOX WAS FOUND: its tests will be skipped. FIREFOX_PATH may name one that is installed elsewhere.');
  return true;
}

const wanted = process.argv.slice(2);
const steps = [
  installPackages,
  ...(wanted.includes('browser') ? [installBrowser] : []),
  ...(wanted.includes('firefox') ? [installFirefox] : []),
];
for (const step of steps) {
  if (await step()) continue;
  say(
    'Setup could not be finished; the error is above. CHROMIUM_PATH may name a Chromium that is installed elsewhere.',
  );
  process.exit(1);
}
