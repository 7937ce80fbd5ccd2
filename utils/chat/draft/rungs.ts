import { insertLines } from './insert-lines';
import { isField } from './is-field';
import { pasteParagraphs, pasteText } from './paste';
import { selectAll } from './select-all';
import { writeValue } from './write-value';

/** Up to here the browser's own editing is quick and exact. In UTF-16 units. */
const SHORT = 2_000;

/** One way of filling a composer. */
export interface Rung {
  isPaste: boolean;
  /** True when the site says that it took the text, wherever it has put it. */
  fill(): Promise<boolean>;
}

/** The ways to fill this composer, best first. */
export function rungsFor(composer: HTMLElement, text: string): Rung[] {
  if (isField(composer)) {
    const write = async () => {
      writeValue(composer, text);
      return false;
    };
    return [{ isPaste: false, fill: write }];
  }
  const paste = (by: typeof pasteText): Rung => ({
    isPaste: true,
    async fill() {
      await selectAll(composer);
      return by(composer, text);
    },
  });
  const insert = async () => {
    await selectAll(composer);
    insertLines(text);
    return false;
  };
  const pastes = [paste(pasteText), paste(pasteParagraphs)];
  return text.length > SHORT ? pastes : [...pastes, { isPaste: false, fill: insert }];
}
