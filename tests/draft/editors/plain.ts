import type { Mount } from '../stage';

/** The browser's own editing, which does nothing with a paste that no person made. */
export const mount: Mount = ({ place }) => {
  const editable = document.createElement('div');
  editable.contentEditable = 'true';
  place.append(editable);
};
