import type { LoopbackComponent } from './loopback-page';
import { madeUpId } from './made-up-id';

const NAMES = [
  ['Admin Console', 'Apps Script', 'AppSheet', 'Calendar', 'Chat', 'Classroom', 'Cloud Search', 'Contacts', 'Docs'],
  ['Drive', 'Endpoint Management', 'Forms', 'Groups', 'Identity', 'Keep', 'Looker Studio', 'Meet'],
  ['Migrate', 'NotebookLM', 'People API', 'Sheets', 'Sites', 'Slides', 'Tasks', 'Vault', 'Vids', 'Voice'],
  ['Workspace Studio'],
].flat();

/** The dashboard's products. The ids of Gemini and Gmail are real, the others invented. */
export const googleProducts: readonly LoopbackComponent[] = [
  { id: 'npdyhgECDJ6tB66MxXyo', name: 'Gemini', createdOn: '2024-02-08' },
  { id: 'prPt2Yra2CbGsbEm9cpC', name: 'Gmail', createdOn: '2021-03-01' },
  ...NAMES.map((name) => ({ id: madeUpId('google', name), name, createdOn: '2021-03-01' })),
];
