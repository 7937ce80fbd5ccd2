import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Finding {
  code: string;
  message: string;
  /** Missing for the whole package. */
  file?: string;
}

interface Lint {
  errors: Finding[];
  warnings: Finding[];
}

/** React DOM's own two ways to insert markup. Our code calls neither; a lint rule forbids it. */
const OF_REACT = { code: 'UNSAFE_VAR_ASSIGNMENT', mark: 'react.dev/errors/', count: 2 } as const;

/** Separates known warnings about React DOM from ours; a third assignment would be ours. */
export function sortFindings({ errors, warnings }: Lint, textOf: (file: string) => string) {
  const isOfReact = ({ code, file }: Finding) =>
    code === OF_REACT.code && file !== undefined && textOf(file).includes(OF_REACT.mark);
  const known = warnings.filter(isOfReact).slice(0, OF_REACT.count);
  return { known, ours: [...errors, ...warnings.filter((finding) => !known.includes(finding))] };
}

/** Mozilla's linter's findings about a folder. Throws if its output can't be parsed. */
export function lintFirefox(folder: string): ReturnType<typeof sortFindings> {
  const command = [
    '--no-install',
    'web-ext',
    'lint',
    '--source-dir',
    folder,
    '--output',
    'json',
    '--no-config-discovery',
  ];
  const { stdout, stderr } = spawnSync('npx', command, {
    encoding: 'utf8',
    // Otherwise it checks online for a newer version of itself.
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  if (!stdout.startsWith('{')) throw new Error(`The output of web-ext lint can't be parsed:\n${stdout}${stderr}`);
  return sortFindings(JSON.parse(stdout) as Lint, (file) => readFileSync(path.join(folder, file), 'utf8'));
}
