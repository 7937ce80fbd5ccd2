import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';

/** Extracts a zip into a folder. */
export async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  const { files } = await JSZip.loadAsync(zip);
  for (const [name, entry] of Object.entries(files)) {
    const place = path.join(folder, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, await entry.async('uint8array'));
  }
}
