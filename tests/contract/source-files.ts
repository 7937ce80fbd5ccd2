import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's root. */
  path: string;
  text: string;
}

/** Every file below a folder of the project that ends so. */
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
