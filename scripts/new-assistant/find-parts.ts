import type { AssistantPart } from '@/utils/model/assistant';

/** Finds components by number in the list, id or name, separated by commas. Throws on an unknown one. */
export function findParts(listed: readonly AssistantPart[], answer: string): AssistantPart[] {
  const called = answer.split(',').map((one) => one.trim());
  return called
    .filter((one) => one !== '')
    .map((one) => {
      const part = listed.find(({ id, name }, index) => [id, name, String(index + 1)].includes(one));
      if (part === undefined) throw new Error(`The page lists no part "${one}".`);
      return { id: part.id, name: part.name };
    });
}
