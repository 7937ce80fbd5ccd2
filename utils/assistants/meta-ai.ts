import { chatSite, describe } from './describe';

/** Source: notes of 2026-08. Meta's page is about its business products and does not cover Meta AI. */
export const metaAi = describe({
  id: 'meta_ai',
  name: 'Meta AI',
  provider: 'Meta',
  verifiedOn: '2026-08-01',

  chatSites: [chatSite('www.meta.ai')],
});
