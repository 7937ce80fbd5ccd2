import { chatSite, describe } from './describe';

/** Facts: notes of 2026-06-18, when its page was switched off. */
export const characterAi = describe({
  id: 'character_ai',
  name: 'Character.AI',
  provider: 'Character.AI',
  color: 'blue',
  verifiedOn: '2026-06-18',

  chatSites: [chatSite('character.ai')],
});
