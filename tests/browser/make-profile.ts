import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyExtension, openControl } from './empty-extension';
import { type ChromiumOrder, type OpenedChromium, openChromium, STARTED_MARK } from './open-chromium';

interface ExtensionSettings {
  path?: string;
  incognito?: boolean;
  active_permissions?: Record<string, unknown>;
  granted_permissions?: Record<string, unknown>;
  runtime_granted_permissions?: Record<string, unknown>;
}

/** Profiles that were started once and can be copied, by extension folder. */
const templates = new Map<string, Promise<string>>();

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'understudy-'));
}

/** Writes into the profile what "Allow" in the permission prompt writes. */
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

async function makeTemplate(order: Omit<ChromiumOrder, 'profile'>): Promise<string> {
  const profile = newFolder();
  const opened = await openChromium({ ...order, profile });
  await emptyExtension(await openControl(opened.context, opened.extensionId));
  await opened.close();
  rmSync(path.join(profile, 'Default', 'IndexedDB'), { recursive: true, force: true });
  return profile;
}

/**
 * A fresh profile with these match patterns and permissions granted. Headless Chromium cannot answer its permission
 * prompt, so the grant is written into a copy of a profile in which the extension has run. `inPrivate`: the extension
 * may run in private windows.
 */
export async function makeProfile(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  inPrivate = false,
): Promise<string> {
  if (patterns.length === 0) return newFolder();
  const template = templates.get(order.extension) ?? makeTemplate(order);
  templates.set(order.extension, template);
  const profile = newFolder();
  cpSync(await template, profile, {
    recursive: true,
    filter: (source) => !path.basename(source).startsWith('Singleton') && path.basename(source) !== STARTED_MARK,
  });
  allow(profile, order.extension, patterns, inPrivate);
  return profile;
}

/** Chromium in a new profile with these grants. Closing it deletes the profile. */
export async function openFresh(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  inPrivate = false,
): Promise<OpenedChromium> {
  const profile = await makeProfile(order, patterns, inPrivate);
  const opened = await openChromium({ ...order, profile });
  const close = async () => {
    await opened.close().finally(() => rmSync(profile, { recursive: true, force: true }));
  };
  return { ...opened, close };
}
