import { chatSite, describe, statusPage } from './describe';

/**
 * Source: notes of 2026-09-05 on its page. The id of the chat, "manus.im", is not recorded. manus.statuspage.io is an
 * unclaimed page of somebody else.
 */
export const manus = describe({
  id: 'manus',
  name: 'Manus',
  provider: 'Manus',
  verifiedOn: '2026-09-05',
  statusPages: [
    statusPage('statuspage', 'status.manus.im', {
      pageId: 'sds4qb7v9tzy',
      coreNames: ['manus.im'],
      features: { r6pg5ktb00j5: 'api.manus.im', lplkkmm75tn3: 'manus computer' },
    }),
  ],
  chatSites: [chatSite('manus.im')],
});
