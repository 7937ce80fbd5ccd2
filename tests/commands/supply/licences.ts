const WELCOME: ReadonlySet<string> = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/**
 * Shipped under a licence that is not on the list, which nobody has decided on yet: said aloud at every check, until it is
 * put on the list or the package goes. Whatever else is not on the list is refused.
 */
const UNDECIDED: readonly Licensed[] = [{ name: 'webextension-polyfill', licence: 'MPL-2.0' }];

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

const isUndecided = ({ name, licence }: Licensed): boolean =>
  UNDECIDED.some((one) => one.name === name && one.licence === licence);

/** Those that may not be shipped, and those of which that is not decided. */
export function unwelcome(shipped: readonly Licensed[]): { refused: Licensed[]; undecided: Licensed[] } {
  const others = shipped.filter(({ licence }) => !WELCOME.has(licence));
  return { refused: others.filter((one) => !isUndecided(one)), undecided: others.filter(isUndecided) };
}
