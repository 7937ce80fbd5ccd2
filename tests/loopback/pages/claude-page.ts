import { statuspageFormat } from '@/tests/loopback/statuspage-documents';
import { claudeHistory } from './claude-history';
import type { LoopbackPage } from './loopback-page';

export const claudePage: LoopbackPage = {
  host: 'status.claude.com',
  formerHosts: ['status.anthropic.com', 'anthropic.statuspage.io'],
  id: 'tymt9n04zgry',
  name: 'Claude',
  home: '/',
  groups: [],
  history: claudeHistory,
  format: statuspageFormat,
  components: [
    { id: 'rwppv331jlwc', name: 'claude.ai', createdOn: '2023-07-11' },
    { id: '0qbwn08sd68x', name: 'Claude Console (platform.claude.com)', createdOn: '2023-07-11' },
    { id: 'k8w3r06qmzrp', name: 'Claude API (api.anthropic.com)', createdOn: '2023-07-11' },
    { id: 'yyzkbfz2thpt', name: 'Claude Code', createdOn: '2025-05-22' },
    { id: 'bpp5gb3hpjcl', name: 'Claude Cowork', createdOn: '2026-04-01' },
    { id: '0scnb50nvy53', name: 'Claude for Government', createdOn: '2026-02-17' },
  ],
};
