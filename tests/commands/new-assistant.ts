import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askerOf, MissingAnswer } from './new-assistant/ask';
import { fileNameOf } from './new-assistant/assistant-facts';
import { withChoice, withId, withLine, withRows } from './new-assistant/edit-lists';
import { findFacts } from './new-assistant/find-facts';
import { entryFile, testFile } from './new-assistant/write-entry';
import { fetchFrom, fetchLive } from './read/fetch-place';

const USAGE = `Usage: npm run new:assistant [-- --name <name> --maker <maker> --chat <address> [--page <status page>]
         [--core <parts>] [--features <parts>] [--id <id>] [--stand-in <port>]]

Adds an assistant: its id, its file, its lines, its rows in the README, its test. What no flag says is asked for. Parts are
called by number, id or name, with commas between. --stand-in asks that port of this machine in the place of the internet.`;

const ROOT = path.resolve(import.meta.dirname, '../..');
const say = (text: string) => console.log(text);

function write(file: string, text: string): void {
  const place = path.join(ROOT, file);
  say(`  ${existsSync(place) ? 'changed' : 'written'}  ${file}`);
  writeFileSync(place, text);
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const names = { name: text, id: text, maker: text, chat: text, page: text, core: text, features: text };
  const { values } = parseArgs({ options: { ...names, 'stand-in': text, help: { type: 'boolean' } } });
  if (values.help) return say(USAGE);
  const { help: _, 'stand-in': port, ...given } = values;
  const asker = askerOf(new Map(Object.entries(given)));
  const today = new Date().toISOString().slice(0, 10);
  const facts = await findFacts(port === undefined ? fetchLive : fetchFrom(Number(port)), asker, say, today);
  asker.close();

  const edits = [
    ['utils/model/assistant.ts', withId],
    ['utils/assistants/assistants.ts', withLine],
    ['public/managed-schema.json', withChoice],
    ['README.md', withRows],
  ] as const;
  // All of them are made before the first is written: half an assistant is worse than none.
  const changed = edits.map(
    ([file, edit]) => [file, edit(readFileSync(path.join(ROOT, file), 'utf8'), facts)] as const,
  );
  const test = testFile(facts);
  say('');
  write(`utils/assistants/${fileNameOf(facts)}.ts`, entryFile(facts));
  for (const [file, edited] of changed) write(file, edited);
  if (test !== null) write(`tests/unit/assistants/${fileNameOf(facts)}.test.ts`, test);

  say(`
Now:
  npm run fix && npm run check          says what is missing
  npm run demo -- --assistant ${facts.id}   plays an outage of it; pictures in demo-pictures
Look at the file once: say in its comment where the facts come from. Who else's models it lends, paths that messages go
to and a composer of its own are in CONTRIBUTING.md; without them all else works.`);
}

main().catch((error: unknown) => {
  const isUsage = error instanceof MissingAnswer || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `${(error as Error).message}\n\n${USAGE}` : String((error as Error).message ?? error));
  process.exitCode = isUsage ? 2 : 1;
});
