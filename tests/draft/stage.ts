declare global {
  interface Window {
    /** Everything that was sent. Must stay empty. */
    sent: string[];
    /** Pastes that the editor received. */
    pastes: number;
  }
}

/** What an editor gets from the page. */
export interface Stage {
  /** The parent element. */
  place: HTMLElement;
  send(how: string): true;
  /** Shows a file beside the composer, like sites do for a long paste. */
  attach(text: string): void;
}

export type Mount = (stage: Stage) => void;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}`);
  return found;
}

export function createStage(): Stage {
  window.sent = [];
  window.pastes = 0;
  const send = (how: string): true => {
    window.sent.push(how);
    return true;
  };
  element('frame').addEventListener('submit', (event) => {
    event.preventDefault();
    send('submit');
  });
  // Frameworks listen here, too.
  addEventListener('keydown', (event) => event.key === 'Enter' && !event.shiftKey && send('keydown'));
  addEventListener('paste', () => (window.pastes += 1), { capture: true });
  return {
    place: element('composer'),
    send,
    attach(text) {
      const file = document.createElement('div');
      file.className = 'attachment-tile';
      file.textContent = `Pasted text, ${text.length} characters`;
      element('files').append(file);
    },
  };
}
