import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Mount } from '../stage';

/** Longer pastes become an attachment. In characters. */
const LONG = 3_000;

const TILE_AFTER_MS = 200;

/** Like claude.ai and ChatGPT, it shows the attachment shortly after the paste. */
export const mount: Mount = ({ place, attach }) => {
  new Editor({
    element: place,
    extensions: [StarterKit],
    editorProps: {
      handlePaste(_view, event) {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text.length < LONG) return false;
        setTimeout(() => attach(text), TILE_AFTER_MS);
        return true;
      },
    },
  });
};
