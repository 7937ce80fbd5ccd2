import type { ComposerReading } from '@/utils/model/composer-reading';
import type { Alternative, BannerView } from '@/utils/model/views';
import type { WayId } from '@/utils/model/way';
import { make } from './make';
import { makeButton } from './make-button';

type ListWords = Pick<BannerView['labels'], 'nobody' | 'takesDraft' | 'leavesFiles' | 'cannotRead'>;

export interface ContinueList {
  button: HTMLButtonElement;
  panel: HTMLElement;
  setWords(words: ListWords): void;
  close(): void;
}

/** What becomes of the draft: promised only where it was read just now. Empty when there is nothing to say. */
function draftNote({ kind, hasFiles }: ComposerReading, words: ListWords): string {
  const draft = { typed: words.takesDraft, empty: '', no_composer: '', unreadable: words.cannotRead }[kind];
  return [draft, hasFiles ? words.leavesFiles : ''].filter(Boolean).join(' ');
}

/**
 * "Continue in …" and the list that it opens. The page can find words even in a closed shadow root, so names are
 * asked for when the list is opened, and taken out of the document when it is closed.
 */
export function continueList(
  alternatives: () => Promise<Alternative[]>,
  choose: (id: WayId) => void,
  readComposer: () => ComposerReading,
): ContinueList {
  const panel = make('div', 'list');
  panel.id = 'list';
  panel.hidden = true;
  let words: ListWords = { nobody: '', takesDraft: '', leavesFiles: '', cannotRead: '' };
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
    const promise = draftNote(readComposer(), words);
    const notes = promise === '' ? [] : [make('p', 'quiet note', promise)];
    panel.replaceChildren(
      ...(items.length > 0 ? [make('ul', '', ...items), ...notes] : [make('p', 'quiet', words.nobody)]),
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
