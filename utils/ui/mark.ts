import type { Assistant } from '@/utils/model/assistant';
import { firstGrapheme } from '@/utils/model/first-grapheme';
import type { MarkColour } from '@/utils/model/mark-colour';

/** By what an assistant is found in a list at a glance: a letter and a colour of ours, never its maker's own sign. */
export interface Mark {
  initial: string;
  colour: MarkColour;
}

export function markOf({ name, colour }: Assistant): Mark {
  return { initial: firstGrapheme(name), colour };
}
