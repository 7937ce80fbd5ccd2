import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openControl } from './control-page';
import { emptyExtension } from './empty-extension';
import { type ChromiumOrder, type OpenedChromium, openChromium, STARTED_MARK } from './open-chromium';

interface ExtensionSettings {
  path?: string;
  incognito?: boolean;
  active_permissions?: Record<string, unknown>;
  granted_permissions?: Record<string, unknown>;
  runtime_granted_permissions?: Record<string, unknown>;
}

/**
 * Environment variable that names the templates of a whole run: profiles in which the extension has run and which can be
 * copied, by extension folder, as JSON. See `prepare-profile.ts`.
 */
export const TEMPLATES_VARIABLE = 'UNDERSTUDY_PROFILE_TEMPLATES';

/** Those templates, and the ones that this process makes for other extension folders. */
const templates = new Map(
  Object.entries<string>(JSON.parse(process.env[TEMPLATES_VARIABLE] ?? '{}')).map(([extension, profile]) => [
    extension,
    Promise.resolve(profile),
  ]),
);

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'understudy-'));
}

export interface ProfileOptions {
  /** Match patterns and permissions that the extension gets without a prompt when it asks, as after an earlier "Allow". */
  allowed?: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate?: boolean;
}

const hostsOf = (patterns: readonly string[]) => patterns.filter((pattern) => pattern.includes('://'));
const permissionsOf = (patterns: readonly string[]) => patterns.filter((pattern) => !pattern.includes('://'));

/** Writes into the profile what "Allow" in the permission prompt writes. */
function allow(
  profile: string,
  extension: string,
  patterns: readonly string[],
  { allowed = [], inPrivate = false }: ProfileOptions,
): void {
  const file = path.join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const all: Record<string, ExtensionSettings> = preferences.extensions.settings;
  const settings = Object.values(all).find((entry) => entry.path === extension);
  if (settings === undefined) throw new Error(`The profile knows no extension in ${extension}`);
  for (const key of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const) {
    const given = key === 'active_permissions' ? patterns : [...patterns, ...allowed];
    const own = (settings[key]?.api ?? []) as string[];
    settings[key] = { ...settings[key], api: [...own, ...permissionsOf(given)], explicit_host: hostsOf(given) };
  }
  if (inPrivate) settings.incognito = true;
  writeFileSync(file, JSON.stringify(preferences));
}

/** The folder of a new profile in which the extension has run. It is deleted when this process ends. */
export async function makeTemplate(order: Omit<ChromiumOrder, 'profile'>): Promise<string> {
  const profile = newFolder();
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  const opened = await openChromium({ ...order, profile });
  await emptyExtension(await openControl(opened.context, opened.extensionId));
  await opened.close();
  rmSync(path.join(profile, 'Default', 'IndexedDB'), { recursive: true, force: true });
  return profile;
}

/**
 * A fresh profile with these match patterns and permissions granted. Headless Chromium cannot answer its permission
 * prompt, so the grant is written into a copy of a profile in which the extension has run.
 */
export async function makeProfile(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  options: ProfileOptions = {},
): Promise<string> {
  if (patterns.length === 0 && options.allowed === undefined) return newFolder();
  const template = templates.get(order.extension) ?? makeTemplate(order);
  templates.set(order.extension, template);
  const profile = newFolder();
  cpSync(await template, profile, {
    recursive: true,
    filter: (source) => !path.basename(source).startsWith('Singleton') && path.basename(source) !== STARTED_MARK,
  });
  allow(profile, order.extension, patterns, options);
  return profile;
}

/** Chromium in a new profile with these grants. Closing it deletes the profile. */
export async function openFresh(
  order: Omit<ChromiumOrder, 'profile'>,
  patterns: readonly string[],
  options: ProfileOptions = {},
): Promise<OpenedChromium> {
  const profile = await makeProfile(order, patterns, options);
  const opened = await openChromium({ ...order, profile });
  const close = async () => {
    await opened.close().finally(() => rmSync(profile, { recursive: true, force: true }));
  };
  return { ...opened, close };
}
