import type { Alternative } from '@/utils/model/views';
import type { WayId } from '@/utils/model/way';
import { make } from './make';
import { makeButton } from './make-button';

export interface ContinueList {
  button: HTMLButtonElement;
  panel: HTMLElement;
  setWords(words: { nobody: string; takesDraft: string }): void;
  close(): void;
}

/**
 * "Continue in …" and the list that it opens. The page can find words even in a closed shadow root, so names are
 * asked for when the list is opened, and taken out of the document when it is closed.
 */
export function continueList(alternatives: () => Promise<Alternative[]>, choose: (id: WayId) => void): ContinueList {
  const panel = make('div', 'list');
  panel.id = 'list';
  panel.hidden = true;
  let words = { nobody: '', takesDraft: '' };
  let opening = 0;

  const close = () => {
    opening++;
    panel.hidden = true;
    panel.replaceChildren();
    button.ariaExpanded = 'false';
  };
  const open = async () => {
    const mine = ++opening;
    button.ariaExpanded = 'true';
    // Whoever cannot be asked about is not known to be up either.
    const found = await alternatives().catch(() => []);
    if (mine !== opening) return;
    const items = found.map(({ wayId, name, note }) => {
      const way = makeButton('way', () => choose(wayId), name);
      return note === null ? make('li', '', way) : make('li', '', way, make('span', 'quiet', note));
    });
    const note = make('p', 'quiet note', words.takesDraft);
    panel.replaceChildren(
      ...(items.length > 0 ? [make('ul', '', ...items), note] : [make('p', 'quiet', words.nobody)]),
    );
    panel.hidden = false;
  };

  const button = makeButton('button', () => (button.ariaExpanded === 'true' ? close() : void open()));
  button.ariaExpanded = 'false';
  button.setAttribute('aria-controls', panel.id);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || button.ariaExpanded !== 'true') return;
    button.focus();
    close();
  };
  button.addEventListener('keydown', onKey);
  panel.addEventListener('keydown', onKey);
  return {
    button,
    panel,
    setWords: (next) => {
      words = next;
    },
    close,
  };
}
