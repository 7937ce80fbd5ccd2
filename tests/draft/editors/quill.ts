import Quill from 'quill';
import 'quill/dist/quill.core.css';
import type { Mount } from '../stage';

export const mount: Mount = ({ place, send }) => {
  const bindings = { send: { key: 'Enter', handler: () => !send('binding') } };
  new Quill(place, { placeholder: 'Ask anything', modules: { keyboard: { bindings } } });
};
