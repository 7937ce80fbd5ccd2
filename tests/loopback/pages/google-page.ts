import { googleFormat } from '@/tests/loopback/google-documents';
import { googleHistory } from './google-history';
import { googleProducts } from './google-products';
import type { LoopbackPage } from './loopback-page';

/** Google Workspace's dashboard: one file without CORS and without an identity. */
export const googlePage: LoopbackPage = {
  host: 'www.google.com',
  formerHosts: [],
  id: 'google-workspace',
  name: 'Google Workspace',
  home: '/appsstatus/dashboard/',
  groups: [],
  history: googleHistory,
  format: googleFormat,
  components: googleProducts,
};
