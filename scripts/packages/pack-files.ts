import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';

/** By path in the package, with "/" as separator. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The earliest date that the format supports. */
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
 * A reproducible zip, determined by names and contents: sorted entries, a fixed date, no folders, no owner or
 * permissions.
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
