/** What a composer holds, as the script in its page reads it. */
export interface ComposerReading {
  /**
   * `typed`: there is a text. `empty`: there is a composer, and nothing in it. `no_composer`: the page has none.
   * `unreadable`: no script may run there, or there are texts and no sign of which one is meant.
   */
  kind: 'typed' | 'empty' | 'no_composer' | 'unreadable';
  /** Well-formed UTF-16; empty unless `typed`. */
  text: string;
  /** Files that a person has added beside the text. */
  hasFiles: boolean;
}

export const UNREADABLE: ComposerReading = { kind: 'unreadable', text: '', hasFiles: false };
