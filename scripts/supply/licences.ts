const WELCOME: ReadonlySet<string> = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/**
 * Welcome although its licence is not on the list: of the MPL everything that it asks for is done by shipping the file as
 * it was published, with its notice. Whatever else is not on the list is refused.
 */
const WELCOME_AS_IT_IS: readonly Licensed[] = [{ name: 'webextension-polyfill', licence: 'MPL-2.0' }];

/** A package that is shipped, and what its own package.json says of its licence; `none` where it says nothing. */
export interface Licensed {
  name: string;
  licence: string;
}

/** As far as it is used of `package-lock.json`: by folder, '' being ours. */
export interface Lock {
  packages: Readonly<Record<string, { dependencies?: Readonly<Record<string, string>> }>>;
}

/** Where `name` lies for whoever lies in `from`: the nearest `node_modules` upwards that has it. */
function folderOf({ packages }: Lock, name: string, from: string): string {
  const folder = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (folder in packages) return folder;
  if (from === '') throw new Error(`The lock knows no ${name}`);
  return folderOf({ packages }, name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

/** All that is there for the sake of what is shipped, however deep; `read` gives the package.json of a folder. */
export function findLicences(lock: Lock, read: (folder: string) => { license?: unknown }): Licensed[] {
  const folders = new Set(['']);
  // Those that are added on the way are walked too.
  for (const folder of folders) {
    const names = Object.keys(lock.packages[folder]?.dependencies ?? {});
    for (const name of names) folders.add(folderOf(lock, name, folder));
  }
  return [...folders].slice(1).map((folder) => {
    const { license } = read(folder);
    const name = folder.split('node_modules/').at(-1) ?? folder;
    return { name, licence: typeof license === 'string' ? license : 'none' };
  });
}

const isWelcome = ({ name, licence }: Licensed): boolean =>
  WELCOME.has(licence) || WELCOME_AS_IT_IS.some((one) => one.name === name && one.licence === licence);

/** Those that may not be shipped. */
export function unwelcome(shipped: readonly Licensed[]): Licensed[] {
  return shipped.filter((one) => !isWelcome(one));
}
