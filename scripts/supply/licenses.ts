const ALLOWED: ReadonlySet<string> = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/**
 * Accepted although its license is not on the list: shipping the file as published, with its notice, meets all terms of
 * the MPL. Any other license that is not on the list is refused.
 */
const ALLOWED_PACKAGES: readonly Licensed[] = [{ name: 'webextension-polyfill', license: 'MPL-2.0' }];

/** A shipped package and the license in its package.json; `none` if it is missing. */
export interface Licensed {
  name: string;
  license: string;
}

/** The used part of `package-lock.json`, by folder; '' is our own package. */
export interface Lock {
  packages: Readonly<Record<string, { dependencies?: Readonly<Record<string, string>> }>>;
}

/** Resolves `name` from a folder: the nearest `node_modules` upwards that has it. */
function folderOf({ packages }: Lock, name: string, from: string): string {
  const folder = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (folder in packages) return folder;
  if (from === '') throw new Error(`package-lock.json has no ${name}`);
  return folderOf({ packages }, name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

/** All transitive dependencies of what is shipped; `read` returns the package.json of a folder. */
export function findLicenses(lock: Lock, read: (folder: string) => { license?: unknown }): Licensed[] {
  const folders = new Set(['']);
  // The loop also visits entries added during the iteration.
  for (const folder of folders) {
    const names = Object.keys(lock.packages[folder]?.dependencies ?? {});
    for (const name of names) folders.add(folderOf(lock, name, folder));
  }
  return [...folders].slice(1).map((folder) => {
    const { license } = read(folder);
    const name = folder.split('node_modules/').at(-1) ?? folder;
    return { name, license: typeof license === 'string' ? license : 'none' };
  });
}

const isAllowed = ({ name, license }: Licensed): boolean =>
  ALLOWED.has(license) || ALLOWED_PACKAGES.some((one) => one.name === name && one.license === license);

/** Packages that must not be shipped. */
export function refusedOf(shipped: readonly Licensed[]): Licensed[] {
  return shipped.filter((one) => !isAllowed(one));
}
