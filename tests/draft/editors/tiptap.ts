import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Mount } from '../stage';

export const mount: Mount = ({ place, send }) => {
  const sending = Extension.create({
    addKeyboardShortcuts: () => ({ Enter: () => send('shortcut') }),
    priority: 1_000,
  });
  new Editor({ element: place, extensions: [StarterKit, sending] });
};
