import { type AssistantFacts, fileNameOf, variableOf } from './assistant-facts';

/** Inserts a text before the first mark after a heading. Throws if one of them is missing. */
function insertBefore(text: string, heading: string, mark: string, added: string): string {
  const from = text.indexOf(heading);
  const at = from < 0 ? -1 : text.indexOf(mark, from + heading.length);
  if (at < 0) throw new Error(`No place to insert was found: "${heading}" followed by "${mark}".`);
  return text.slice(0, at) + added + text.slice(at);
}

/** Adds its id to `utils/model/assistant.ts`. */
export const withId = (text: string, { id }: AssistantFacts): string =>
  insertBefore(text, 'ASSISTANT_IDS = [', '] as const', `  '${id}',\n`);

/** Adds its line and import to `utils/assistants/assistants.ts`, sorted. */
export function withLine(text: string, facts: AssistantFacts): string {
  const line = `import { ${variableOf(facts)} } from './${fileNameOf(facts)}';\n`;
  const imports = text.match(/^import \{ \w+ \} from '\.\/.+';\n/gm) ?? [];
  const fileOf = (one: string) => one.split("'./")[1] ?? '';
  const next = imports.find((one) => fileOf(one) > fileOf(line));
  const imported = next === undefined ? insertBefore(text, '', '\n/**', line) : insertBefore(text, '', next, line);
  return insertBefore(imported, 'ASSISTANTS: readonly Assistant[] = [', '];', `  ${variableOf(facts)},\n`);
}

/** Adds its id to the choices in `public/managed-schema.json`. */
export const withChoice = (text: string, { id }: AssistantFacts): string =>
  insertBefore(text, '"watched"', '|page:[0-9]+)', `|${id}`);

/** Every list that it is added to. */
export const EDITS = [
  ['utils/model/assistant.ts', withId],
  ['utils/assistants/assistants.ts', withLine],
  ['public/managed-schema.json', withChoice],
] as const;
