import { chatSite, describe } from './describe';

/** Source: notes of 2026-06-18, when its page was shut down: https://github.com/bentleypark/aiwatch/issues/689 */
export const characterAi = describe({
  id: 'character_ai',
  name: 'Character.AI',
  provider: 'Character.AI',
  verifiedOn: '2026-06-18',

  chatSites: [chatSite('character.ai')],
});
