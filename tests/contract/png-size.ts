import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './source-files';

/** Width and height from the header of a PNG. */
export function pngSize(file: string): [number, number] {
  const png = readFileSync(path.join(ROOT, file));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
