import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { builtSizes } from '@/tests/bench/built-sizes';
import { counted, type Row } from '@/tests/bench/row';

const OUTPUT = '.output';

/** The built files where they count, and the zips that a store is given. */
export async function measureSizes(): Promise<Row[]> {
  for (const browser of [[], ['-b', 'firefox', '--mv3']]) {
    const { status } = spawnSync('npx', ['--no-install', 'wxt', 'zip', ...browser], { stdio: 'ignore' });
    if (status !== 0) throw new Error('The zips could not be made');
  }
  const zips = readdirSync(OUTPUT).filter((name) => /-(?:chrome|firefox)\.zip$/.test(name));
  return [
    ...builtSizes(`${OUTPUT}/chrome-mv3`).map(({ name, bytes, budget }) => counted(name, bytes, 'B', budget)),
    ...zips.map((name) =>
      counted(`zip for ${name.match(/chrome|firefox/)?.[0]}`, statSync(`${OUTPUT}/${name}`).size, 'B'),
    ),
  ];
}
