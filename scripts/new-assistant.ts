import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { askerOf, MissingAnswer } from './new-assistant/ask';
import { filesOf } from './new-assistant/assistant-facts';
import { EDITS } from './new-assistant/edit-lists';
import { findFacts } from './new-assistant/find-facts';
import { nextSteps } from './new-assistant/next-steps';
import { parseFlags, USAGE } from './new-assistant/parse-flags';
import { entryFile, testFile } from './new-assistant/write-entry';
import { UsageError } from './read/parse-arguments';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (text: string) => console.log(text);

function write(file: string, text: string): void {
  const place = path.join(ROOT, file);
  say(`  ${existsSync(place) ? 'changed' : 'written'}  ${file}`);
  writeFileSync(place, text);
}

async function main(): Promise<void> {
  const { isHelp, answers, source } = await parseFlags(process.argv.slice(2));
  if (isHelp) return say(USAGE);
  const asker = askerOf(answers);
  const today = new Date().toISOString().slice(0, 10);
  const facts = await findFacts(source, asker, say, today).finally(() => asker.close());

  // Compute all files before writing the first, so that a failure leaves nothing half-written.
  const changed = EDITS.map(
    ([file, edit]) => [file, edit(readFileSync(path.join(ROOT, file), 'utf8'), facts)] as const,
  );
  const files = filesOf(facts);
  const test = testFile(facts);
  say('');
  write(files.entry, entryFile(facts));
  for (const [file, edited] of changed) write(file, edited);
  if (test !== null) write(files.test, test);
  // In a new process, because this one has loaded the old registry.
  execFileSync('npx', ['--no-install', 'tsx', 'scripts/docs.ts'], { cwd: ROOT, stdio: 'inherit' });
  say(nextSteps(facts));
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof MissingAnswer ||
    error instanceof UsageError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `${(error as Error).message}\n\n${USAGE}` : String((error as Error).message ?? error));
  process.exitCode = isUsage ? 2 : 1;
});
