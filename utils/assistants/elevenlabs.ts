import { chatSite, describe, statusPage } from './describe';

/** Source: notes on its page of 2026-08-11. The names of five more components are not certain, so they are left out. */
export const elevenlabs = describe({
  id: 'elevenlabs',
  name: 'ElevenLabs',
  provider: 'ElevenLabs',
  verifiedOn: '2026-08-11',
  statusPages: [
    statusPage('incidentio', 'status.elevenlabs.io', {
      pageId: '01JJM5RKYAEEAMBKYSDC0AAQ6Y',
      core: { '01JP2RQVGDHPEEDAFM5KV2MH9P': 'Text to Speech' },
      features: { '01JJM5RKYAEWNM3XYRHXM8FJQ3': 'ElevenCreative' },
    }),
  ],
  chatSites: [chatSite('elevenlabs.io', '/app', '/app')],
});
