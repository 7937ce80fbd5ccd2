import type { ComposerReading } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { createButton, createElement } from './dom';

type ListWords = Pick<BannerView['labels'], 'nobody' | 'takesDraft' | 'leavesFiles' | 'cannotRead'>;

export interface ContinueList {
  button: HTMLButtonElement;
  panel: HTMLElement;
  setWords(words: ListWords): void;
  /** Reloads the open list, because its fallbacks may have changed. Focus stays where it is. */
  refresh(): void;
  close(): void;
}

/** What happens to the draft; promised only if it was read just now. Empty if there is nothing to say. */
function draftNote({ kind, hasFiles }: ComposerReading, words: ListWords): string {
  const draft = { typed: words.takesDraft, empty: '', no_composer: '', unreadable: words.cannotRead }[kind];
  return [draft, hasFiles ? words.leavesFiles : ''].filter(Boolean).join(' ');
}

/**
 * "Continue in …" and its list. Pages can search text even in a closed shadow root, so names are loaded when the list
 * opens and removed from the document when it closes.
 */
export function continueList(
  alternatives: () => Promise<FallbackOption[]>,
  choose: (id: FallbackId) => void,
  readComposer: () => ComposerReading,
): ContinueList {
  const panel = createElement('div', 'list');
  panel.id = 'list';
  panel.hidden = true;
  const ways = new Map<FallbackId, HTMLButtonElement>();
  let words: ListWords = { nobody: '', takesDraft: '', leavesFiles: '', cannotRead: '' };
  let opening = 0;
  let shown = '';

  const close = () => {
    opening++;
    panel.hidden = true;
    panel.replaceChildren();
    ways.clear();
    button.ariaExpanded = 'false';
  };
  const fill = (found: readonly FallbackOption[]) => {
    const focused = found.find(({ fallbackId }) => ways.get(fallbackId)?.matches(':focus'))?.fallbackId;
    const hadFocus = panel.matches(':focus-within');
    ways.clear();
    const items = found.map(({ fallbackId, name, note }) => {
      const way = createButton('way', () => choose(fallbackId), name);
      ways.set(fallbackId, way);
      return note === null
        ? createElement('li', '', way)
        : createElement('li', '', way, createElement('span', 'quiet', note));
    });
    const promise = draftNote(readComposer(), words);
    const notes = promise === '' ? [] : [createElement('p', 'quiet note', promise)];
    panel.replaceChildren(
      ...(items.length > 0
        ? [createElement('ul', '', ...items), ...notes]
        : [createElement('p', 'quiet', words.nobody)]),
    );
    if (hadFocus) (focused === undefined ? button : ways.get(focused))?.focus();
  };
  const ask = async (isOpening: boolean) => {
    const mine = ++opening;
    // If the list cannot be loaded, no fallback is known to be up.
    const found = await alternatives().catch(() => []);
    if (mine !== opening) return;
    const next = JSON.stringify(found);
    // Unchanged entries stay: an entry that is being pressed must not be replaced.
    if (isOpening || next !== shown) fill(found);
    shown = next;
    panel.hidden = false;
  };
  const open = () => {
    button.ariaExpanded = 'true';
    return ask(true);
  };

  const button = createButton('button', () => (button.ariaExpanded === 'true' ? close() : void open()));
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
    refresh() {
      if (button.ariaExpanded === 'true') void ask(panel.hidden !== false);
    },
    close,
  };
}
