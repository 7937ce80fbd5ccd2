import { chatSite, describe } from './describe';

/** Facts: notes of 2026-08. Meta's page is for its business products and says nothing of Meta AI. */
export const metaAi = describe({
  id: 'meta_ai',
  name: 'Meta AI',
  provider: 'Meta',
  color: 'blue',
  verifiedOn: '2026-08-01',

  chatSites: [chatSite('www.meta.ai')],
});
