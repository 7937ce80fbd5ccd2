import { chatSite, describe, statusPage } from './describe';

/**
 * Source: `components.json` recorded on 2026-09-19, page id from notes of 2026-09-29.
 * https://github.com/hani-sul/Wakz/blob/5cb9cae3736df13fdf25f551a383ff70fbe0579e/tools/research/raw/groq__api-v2-components-json.json
 * The only chat is the console's playground, so the website ("groq.com and console.groq.com") and the API behind it decide.
 */
export const groq = describe({
  id: 'groq',
  name: 'Groq',
  provider: 'Groq',
  verifiedOn: '2026-09-29',
  statusPages: [
    statusPage('incidentio', 'groqstatus.com', {
      pageId: '01K053E2FA7DSQPVGWM7A75WHX',
      otherHosts: ['status.groq.com'],
      core: { '01K053E2FAKWKEYHXEV7WAHJBM': 'API', '01K053E2FAFPVT8SKR4T23WHQK': 'Website' },
    }),
  ],
  chatSites: [chatSite('console.groq.com')],
});
