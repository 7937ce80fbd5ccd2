import { chatSite, describe, statusPage } from './describe';

/** Source: notes of 2026-09-29. The only chat is the console's playground, so the API behind it decides. */
export const groq = describe({
  id: 'groq',
  name: 'Groq',
  provider: 'Groq',
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
