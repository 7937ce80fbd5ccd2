import { createStage, type Mount } from './stage';

const EDITORS: Readonly<Record<string, () => Promise<{ mount: Mount }>>> = {
  'attaches-long-paste': () => import('./editors/attaches-long-paste'),
  'cancels-paste': () => import('./editors/cancels-paste'),
  lexical: () => import('./editors/lexical'),
  contenteditable: () => import('./editors/contenteditable'),
  prosemirror: () => import('./editors/prosemirror'),
  quill: () => import('./editors/quill'),
  react: () => import('./editors/react'),
  'adds-text': () => import('./editors/adds-text'),
  tiptap: () => import('./editors/tiptap'),
};

const { mount } = (await EDITORS[location.search.slice(1)]?.()) ?? {};
mount?.(createStage());
document.documentElement.dataset.ready = 'true';
