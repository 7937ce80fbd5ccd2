import { createStage, type Mount } from './stage';

const EDITORS: Readonly<Record<string, () => Promise<{ mount: Mount }>>> = {
  attaching: () => import('./editors/attaching'),
  deaf: () => import('./editors/deaf'),
  lexical: () => import('./editors/lexical'),
  plain: () => import('./editors/plain'),
  prosemirror: () => import('./editors/prosemirror'),
  quill: () => import('./editors/quill'),
  react: () => import('./editors/react'),
  stubborn: () => import('./editors/stubborn'),
  tiptap: () => import('./editors/tiptap'),
};

const { mount } = (await EDITORS[location.search.slice(1)]?.()) ?? {};
mount?.(createStage());
document.documentElement.dataset.ready = 'true';
