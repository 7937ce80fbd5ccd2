import { googleDialect } from '@/tests/world/google-documents';
import { googleHistory } from './google-history';
import { googleProducts } from './google-products';
import type { WorldPage } from './world-page';

/** Google Workspace's dashboard. One file for everything, closed to other origins, and its documents carry no id. */
export const googlePage: WorldPage = {
  host: 'www.google.com',
  formerHosts: [],
  id: 'google-workspace',
  name: 'Google Workspace',
  home: '/appsstatus/dashboard/',
  groups: [],
  history: googleHistory,
  dialect: googleDialect,
  components: googleProducts,
};
