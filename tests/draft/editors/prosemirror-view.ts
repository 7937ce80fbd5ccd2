import { baseKeymap } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { type EditorProps, EditorView } from '@tiptap/pm/view';
import 'prosemirror-view/style/prosemirror.css';
import type { Stage } from '../stage';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    hard_break: { group: 'inline', inline: true, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  },
});

/** Plain ProseMirror with Enter to send. */
export function createView({ place, send }: Stage, props: EditorProps = {}): EditorView {
  const plugins = [keymap({ Enter: () => send('keymap') }), keymap(baseKeymap)];
  return new EditorView(place, { ...props, state: EditorState.create({ schema, plugins }) });
}
