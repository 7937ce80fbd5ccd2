import type { Lost } from './fill-outcome';
import { plainDraft } from './normalise-draft';

function count(text: string): Lost {
  const lines = plainDraft(text).replace(/\n+$/, '').split('\n');
  return {
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    lines: lines.length,
    blankLines: lines.filter((line) => line.trim() === '').length,
  };
}

/** How a draft and what the composer holds differ, in counts only: no word of either leaves the page. */
export function countLost(draft: string, held: string): Lost {
  const [wanted, found] = [count(draft), count(held)];
  return {
    characters: wanted.characters - found.characters,
    lines: wanted.lines - found.lines,
    blankLines: wanted.blankLines - found.blankLines,
  };
}
