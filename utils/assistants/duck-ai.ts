import { chatSite, describe } from './describe';

/** Source: search in 2026; no page was found. */
export const duckAi = describe({
  id: 'duck_ai',
  name: 'Duck.ai',
  provider: 'DuckDuckGo',
  verifiedOn: '2026-01-01',

  chatSites: [chatSite('duck.ai')],
});
