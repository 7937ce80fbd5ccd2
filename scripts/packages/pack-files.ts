import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';

/** By their path in the package, with "/" between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The earliest day that the format can name. */
const SOME_DAY = new Date(Date.UTC(1980, 0, 1));

/** Every file below these folders of a root. */
export function filesIn(root: string, folders: readonly string[] = ['.']): Files {
  const all = folders.flatMap((folder) => {
    const below = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    return below.filter((found) => found.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  });
  return new Map(all.map((file) => [path.relative(root, file).split(path.sep).join('/'), readFileSync(file)]));
}

/**
 * A zip of which every byte follows from names and contents: entries in one order, one date, no folders, no rights of
 * whoever made it.
 */
export function packFiles(files: Files): Promise<Uint8Array> {
  const zip = new JSZip();
  const names = [...files.keys()].sort();
  for (const name of names) {
    zip.file(name, files.get(name) ?? new Uint8Array(), { date: SOME_DAY, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}
