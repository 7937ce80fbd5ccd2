import { statuspageFormat } from '@/tests/loopback/statuspage-documents';
import { githubHistory } from './github-history';
import type { LoopbackPage } from './loopback-page';

const PACKAGES = 'g2x6k9v4hd0p';

/** GitHub's page. The group and all ids are invented, except the ids of the two Copilot components. */
export const githubPage: LoopbackPage = {
  host: 'www.githubstatus.com',
  formerHosts: [],
  id: 'kctbh9vrtdwd',
  name: 'GitHub',
  home: '/',
  // As on real pages, the group shares its name with one of its components.
  groups: [{ id: PACKAGES, name: 'Packages', createdOn: '2020-05-12' }],
  history: githubHistory,
  format: statuspageFormat,
  components: [
    { id: 'v2c9k5tq8d1m', name: 'Git Operations', createdOn: '2014-12-01' },
    { id: 'h6n3w0x7rpzb', name: 'Webhooks', createdOn: '2014-12-01' },
    { id: 'f4t8j2l9sy5k', name: 'API Requests', createdOn: '2014-12-01' },
    { id: 'k1z7d4m0vqc3', name: 'Issues', createdOn: '2014-12-01' },
    { id: 'q9b5x2h8nw6t', name: 'Pull Requests', createdOn: '2014-12-01' },
    { id: 'z3r6p1g7lk0d', name: 'Actions', createdOn: '2020-05-12' },
    { id: 'c8m4y9s2jt5v', name: 'Packages', createdOn: '2020-05-12', groupId: PACKAGES },
    { id: 'w0l7f3q6xh1n', name: 'Container registry', createdOn: '2020-05-12', groupId: PACKAGES },
    { id: 't5d2v8k4rb9z', name: 'Pages', createdOn: '2014-12-01' },
    { id: 'n7s1h5c3gm8q', name: 'Codespaces', createdOn: '2020-05-12' },
    { id: 'pjmpxvq2cmr2', name: 'Copilot', createdOn: '2022-06-21' },
    { id: 'cnnb39dkkk82', name: 'Copilot AI Model Providers', createdOn: '2025-09-30' },
  ],
};
