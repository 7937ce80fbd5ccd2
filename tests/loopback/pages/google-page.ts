import { googleDialect } from '@/tests/loopback/google-documents';
import { googleHistory } from './google-history';
import { googleProducts } from './google-products';
import type { LoopbackPage } from './loopback-page';

/** Google Workspace's dashboard. One file for everything, closed to other origins, and its documents carry no id. */
export const googlePage: LoopbackPage = {
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
