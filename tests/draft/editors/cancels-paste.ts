import type { Mount } from '../stage';
import { createView } from './prosemirror-view';

/** Cancels every paste and inserts nothing, so only the browser's own editing works. */
export const mount: Mount = (stage) => {
  createView(stage, { handlePaste: () => true });
};
