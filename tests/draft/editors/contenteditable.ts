import type { Mount } from '../stage';

/** The browser's own editing, which ignores synthetic pastes. */
export const mount: Mount = ({ place }) => {
  const editable = document.createElement('div');
  editable.contentEditable = 'true';
  place.append(editable);
};
