import { chatSite, describe, statusPage } from './describe';

/**
 * Source: four public projects that read the page until 2026-10. Its page id is not recorded. A list of 2026-09 calls
 * Windsurf the former name of Devin Desktop, so the page may move.
 */
export const windsurf = describe({
  id: 'windsurf',
  name: 'Windsurf',
  provider: 'Cognition',
  verifiedOn: '2026-10-01',
  statusPages: [
    statusPage('statuspage', 'status.windsurf.com', {
      core: { r5wf1ykd7y1m: 'Cascade' },
      features: { '8q19cygxvshj': 'Windsurf Tab' },
    }),
  ],
  chatSites: [chatSite('windsurf.com')],
});
