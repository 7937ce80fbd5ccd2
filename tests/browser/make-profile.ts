import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChromiumOrder, openChromium, storageIn } from './open-chromium';

interface ExtensionSettings {
  path?: string;
  incognito?: boolean;
  active_permissions?: Record<string, unknown>;
  granted_permissions?: Record<string, unknown>;
  runtime_granted_permissions?: Record<string, unknown>;
}

/** By extension folder and grants: a profile that was started once and may be copied. */
const templates = new Map<string, Promise<string>>();

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'understudy-'));
}

/** Writes into the profile what a person's "Allow" would have written. */
function allow(profile: string, extension: string, patterns: readonly string[], inPrivate: boolean): void {
  const file = path.join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const all: Record<string, ExtensionSettings> = preferences.extensions.settings;
  const settings = Object.values(all).find((entry) => entry.path === extension);
  if (settings === undefined) throw new Error(`The profile knows no extension in ${extension}`);
  for (const key of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const) {
    const hosts = patterns.filter((pattern) => pattern.includes('://'));
    const permissions = patterns.filter((pattern) => !pattern.includes('://'));
    const own = (settings[key]?.api ?? []) as string[];
    settings[key] = { ...settings[key], api: [...own, ...permissions], explicit_host: hosts };
  }
  if (inPrivate) settings.incognito = true;
  writeFileSync(file, JSON.stringify(preferences));
}

async function makeTemplate(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  inPrivate: boolean,
): Promise<string> {
  const profile = newFolder();
  const opened = await openChromium({ ...order, profile });
  await opened.close();
  // Its first round may have ended by then, against the network of another test.
  for (const folder of [storageIn(profile), path.join(profile, 'Default', 'IndexedDB')]) {
    rmSync(folder, { recursive: true, force: true });
  }
  allow(profile, order.extension, patterns, inPrivate);
  return profile;
}

/**
 * A fresh profile in which these match patterns and permissions are granted. A headless browser cannot click its own
 * permission prompt, so the grant is written into the profile, once, and each test gets a copy. `inPrivate`: the
 * extension is allowed in private windows.
 */
export async function makeProfile(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  inPrivate = false,
): Promise<string> {
  if (patterns.length === 0) return newFolder();
  const key = JSON.stringify([order.extension, patterns, inPrivate]);
  const template = templates.get(key) ?? makeTemplate(order, patterns, inPrivate);
  templates.set(key, template);
  const profile = newFolder();
  cpSync(await template, profile, {
    recursive: true,
    filter: (source) => !path.basename(source).startsWith('Singleton'),
  });
  return profile;
}
