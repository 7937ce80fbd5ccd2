import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Relative to the project root. */
  path: string;
  text: string;
}

/** All files below a folder whose names match. */
export function sourceFiles(folder: string, ending = /\.tsx?$/): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => {
      const file = path.join(folder, name);
      return { path: file, text: readFileSync(path.join(ROOT, file), 'utf8') };
    });
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
