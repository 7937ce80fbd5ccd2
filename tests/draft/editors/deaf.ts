import type { Mount } from '../stage';
import { createView } from './prosemirror-view';

/** Takes every paste and does nothing with it: what is left is the browser's own editing. */
export const mount: Mount = (stage) => {
  createView(stage, { handlePaste: () => true });
};
