import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './source-files';

/**
 * Recordings of real status pages. Their texts belong to others, so they are not part of this project: they are read
 * if they are stored next to the checkout, and otherwise the tests are skipped.
 */
const FOLDER = path.join(ROOT, '../shared/payloads');

export const HAS_RECORDINGS = existsSync(FOLDER);
if (!HAS_RECORDINGS) console.info('Skipped: no recordings of real status pages beside this checkout.');

export const readRecording = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
