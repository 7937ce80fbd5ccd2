import { chatSite, describe, MODEL_PROVIDERS, statusPage } from './describe';

/**
 * Source: `config.json` recorded on 2026-09-12, after the page's move to Datadog,
 * https://github.com/ayoahha/ai-status/blob/410b7bf824104f2c0991c4a66c7bf9980c611932/test/fixtures/datadog-openrouter.json
 * The chat needs the website and the API behind it. It uses other providers' models.
 */
export const openrouter = describe({
  id: 'openrouter',
  name: 'OpenRouter',
  provider: 'OpenRouter',
  verifiedOn: '2026-09-15',
  statusPages: [
    statusPage('datadog', 'status.openrouter.ai', {
      pageId: '3bdfe680-d6e4-4a0b-9c04-c25058c342e0',
      core: {
        '2347916e-1f82-448c-b07d-8cfbbad57322': 'Web & Application Services',
        '9fb5ccff-e128-455a-be20-59572f8d363a': 'Chat (/api/v1/chat/completions)',
      },
      features: {
        'bb2402ad-3e98-4c75-9eb5-ca68ca683c5a': 'Video (/api/v1/videos)',
        'b108f556-36a0-43b5-aa55-a01b27855229': 'Image (/api/v1/image)',
        '15c7d7e9-e2b7-43dd-aa56-77c4959fc603': 'TTS (/api/v1/audio/speech)',
        '93008741-4362-4fb6-85c4-6cddb8412116': 'STT (/api/v1/audio/transcriptions)',
        'c3a7fba9-9cbc-40a4-ae83-d990bc01d51d': 'Embeddings (/api/v1/embeddings)',
      },
    }),
  ],
  chatSites: [chatSite('openrouter.ai', '/chat', '/chat')],
  dependsOn: MODEL_PROVIDERS,
});
