import { existsSync } from 'node:fs';
import path from 'node:path';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { EXTENSION } from './fixtures';
import { makeTemplate, TEMPLATES_VARIABLE } from './make-profile';

/** Starts the built extension once before all tests, so that each worker copies that profile instead of making its own. */
export default async function prepareProfile(): Promise<void> {
  // Tests of pages without the extension need no build.
  if (!existsSync(path.join(EXTENSION, 'manifest.json'))) return;
  const loopback = await startLoopback({ scenario: findScenario('healthy') });
  const profile = await makeTemplate({ extension: EXTENSION, loopback });
  await loopback.close();
  process.env[TEMPLATES_VARIABLE] = JSON.stringify({ [EXTENSION]: profile });
}
