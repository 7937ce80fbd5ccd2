import { chatSite, describe, statusPage } from './describe';

/** Facts: notes of 2026-09-29. There is no chat but the console's playground: what counts is the API behind it. */
export const groq = describe({
  id: 'groq',
  name: 'Groq',
  provider: 'Groq',
  color: 'clay',
  verifiedOn: '2026-09-29',
  statusPages: [
    statusPage('incidentio', 'groqstatus.com', {
      pageId: '01K053E2FA7DSQPVGWM7A75WHX',
      otherHosts: ['status.groq.com'],
      core: { '01K053E2FAKWKEYHXEV7WAHJBM': 'API' },
    }),
  ],
  chatSites: [chatSite('console.groq.com')],
});
