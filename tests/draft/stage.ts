declare global {
  interface Window {
    /** Whatever was sent, by whatever means. Must stay empty. */
    sent: string[];
    /** Pastes that the editor was given. */
    pastes: number;
  }
}

/** What an editor needs of the page around it. */
export interface Stage {
  /** Where to put itself. */
  place: HTMLElement;
  send(how: string): true;
  /** Shows a file beside the composer, as sites do with a long paste. */
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
  // Where a framework would listen, too.
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
