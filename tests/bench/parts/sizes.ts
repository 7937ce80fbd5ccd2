import { spawnSync } from 'node:child_process';
import { filesIn, packFiles } from '@/scripts/packages/pack-files';
import { builtSizes } from '@/tests/bench/built-sizes';
import { counted, type Row } from '@/tests/bench/row';

const OUTPUT = '.output';

/** The built files and the store packages; Edge uses Chrome's. */
export async function measureSizes(): Promise<Row[]> {
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build', '-b', 'firefox', '--mv3'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('It could not be built for Firefox');
  const zips = ['chrome', 'firefox'].map(async (browser) => {
    const zip = await packFiles(filesIn(`${OUTPUT}/${browser}-mv3`));
    return counted(`zip for ${browser}`, zip.length, 'B');
  });
  return [
    ...builtSizes(`${OUTPUT}/chrome-mv3`).map(({ name, bytes, budget }) => counted(name, bytes, 'B', budget)),
    ...(await Promise.all(zips)),
  ];
}
