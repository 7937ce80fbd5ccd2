import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';
import type { Mount } from '../stage';

export const mount: Mount = ({ place, send }) => {
  const root = document.createElement('div');
  root.contentEditable = 'true';
  place.append(root);
  const editor = createEditor({
    namespace: 'chat',
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.registerCommand(KEY_ENTER_COMMAND, () => send('command'), COMMAND_PRIORITY_HIGH);
};
