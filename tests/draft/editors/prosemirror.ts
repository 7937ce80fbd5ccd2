import type { Mount } from '../stage';
import { createView } from './prosemirror-view';

export const mount: Mount = (stage) => {
  createView(stage);
};
