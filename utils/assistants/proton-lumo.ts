import { chatSite, describe } from './describe';

/**
 * Source: a note of 2026. The page covers all of Proton, and no component for Lumo was seen on it, so even the whole page
 * would say nothing about the chat. It looks like Statuspage by its incident ids; no document of it was recorded.
 */
export const protonLumo = describe({
  id: 'proton_lumo',
  name: 'Proton Lumo',
  provider: 'Proton',
  verifiedOn: '2026-01-01',
  statusLink: 'https://status.proton.me',
  unreadReason: 'part_not_known',
  chatSites: [chatSite('lumo.proton.me')],
});
