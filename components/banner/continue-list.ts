import type { ComposerReading } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { BannerView, FallbackOption } from '@/utils/model/views';
import { createButton, createElement, setText } from './dom';

type ListWords = Pick<
  BannerView['labels'],
  | 'nobody'
  | 'takesDraft'
  | 'takesConversation'
  | 'filesNote'
  | 'gap'
  | 'cannotRead'
  | 'choice'
  | 'draftOnly'
  | 'withConversation'
  | 'keep'
>;

export interface ListActions {
  fallbacks(): Promise<FallbackOption[]>;
  choose(id: FallbackId, takesConversation: boolean): void;
  /** The user chose whether the conversation goes along. */
  carryConversation(isOn: boolean): void;
  /** The draft that would be transferred if a fallback was chosen now. Called only within a press. */
  readComposer(): ComposerReading;
  /** Keeps the draft until the assistant is back; null in a private window. */
  keep: (() => void) | null;
}

export interface ContinueList {
  button: HTMLButtonElement;
  /** The list. It belongs directly behind the button, and takes a line of its own. */
  panel: HTMLElement;
  /** Where the draft went after the last choice. Empty until then, and while the list is open. */
  said: HTMLElement;
  setWords(words: ListWords, carriesConversation: boolean): void;
  /** Reloads the open list, because its fallbacks may have changed. Focus stays where it is. */
  refresh(): void;
  close(): void;
}

/** What goes along; the draft is promised only if there was one when the list was opened. Empty if there is nothing to say. */
function draftNote({ kind, hasFiles }: ComposerReading, words: ListWords, isTaken: boolean): string {
  const takes = isTaken ? words.takesConversation : words.takesDraft;
  const none = isTaken ? takes : '';
  const draft = { typed: takes, empty: none, no_composer: none, unreadable: words.cannotRead }[kind];
  return [draft, hasFiles ? words.filesNote : ''].filter(Boolean).join(words.gap);
}

/**
 * "Continue in …" and its list. Pages can search text even in a closed shadow root, so names are loaded when the list
 * opens and removed from the document when it closes. `keep` keeps the draft until the assistant is back; null where that
 * is not offered.
 */
export function continueList({ fallbacks, choose, carryConversation, readComposer, keep }: ListActions): ContinueList {
  const panel = createElement('div', 'list');
  panel.id = 'list';
  panel.hidden = true;
  const said = createElement('p', 'said');
  said.role = 'status';
  /** The buttons in the list, by what they stand for. */
  const controls = new Map<string, HTMLButtonElement>();
  let words = {} as ListWords;
  /** When the list was opened. */
  let reading = {} as ComposerReading;
  let isTaken = false;
  let opening = 0;
  /** The fallbacks in the list; empty until they are loaded. */
  let shown = '';

  const close = () => {
    opening++;
    panel.hidden = true;
    panel.replaceChildren();
    controls.clear();
    button.ariaExpanded = 'false';
  };
  const pick = (choice: () => void) => {
    const hadFocus = panel.matches(':focus-within');
    // First, because the choice reads the composer.
    choice();
    close();
    if (hadFocus) button.focus();
  };
  const fill = (found: readonly FallbackOption[]) => {
    const [focused] = [...controls].find(([, control]) => control.matches(':focus')) ?? [];
    controls.clear();
    const control = (key: string, ...of: Parameters<typeof createButton>) => {
      const made = createButton(...of);
      controls.set(key, made);
      return made;
    };
    const items = found.map(({ fallbackId, name, note }) => {
      const notes = note === null ? [] : [' ', createElement('span', 'quiet', note)];
      const item = control(
        fallbackId,
        'way',
        () => pick(() => choose(fallbackId, isTaken)),
        createElement('span', 'name', name),
        ...notes,
      );
      return createElement('li', '', item);
    });
    const note = createElement('p', 'quiet note');
    const promise = () => setText(note, draftNote(reading, words, isTaken));
    promise();
    const option = (isOn: boolean, text: string) => {
      const press = control(
        `option ${isOn}`,
        'option',
        () => {
          isTaken = isOn;
          carryConversation(isOn);
          for (const one of choice.children) one.ariaPressed = String(one === press);
          promise();
        },
        text,
      );
      press.ariaPressed = String(isTaken === isOn);
      return press;
    };
    const choice = createElement('div', 'choice');
    choice.role = 'group';
    choice.ariaLabel = words.choice;
    choice.append(option(false, words.draftOnly), option(true, words.withConversation));
    const { keep: keepWords } = words;
    const kept =
      keep !== null && keepWords !== null && reading.kind === 'typed'
        ? [control('keep', 'way keep', () => pick(keep), keepWords)]
        : [];
    panel.replaceChildren(
      ...(items.length > 0
        ? [createElement('ul', '', ...items), choice, note]
        : [createElement('p', 'quiet note', words.nobody)]),
      ...kept,
    );
    if (focused !== undefined) (controls.get(focused) ?? button).focus();
  };
  const ask = async () => {
    const mine = ++opening;
    // If the list cannot be loaded, no fallback is known to be up.
    const found = await fallbacks().catch(() => []);
    if (mine !== opening) return;
    const next = JSON.stringify(found);
    // Unchanged entries stay: an entry that is being pressed must not be replaced.
    if (next !== shown) fill(found);
    shown = next;
    panel.hidden = false;
  };
  const open = () => {
    reading = readComposer();
    button.ariaExpanded = 'true';
    said.textContent = '';
    shown = '';
    return ask();
  };

  const button = createButton('button primary', () => (button.ariaExpanded === 'true' ? close() : void open()));
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
    said,
    setWords(next, carriesConversation) {
      words = next;
      // An open list keeps what was chosen in it.
      if (panel.hidden) isTaken = carriesConversation;
    },
    refresh() {
      if (button.ariaExpanded === 'true') void ask();
    },
    close,
  };
}
