import { chatSite, describe, MODEL_PROVIDERS, statusPage } from './describe';

/**
 * Source: `summary.json` recorded on 2026-09-28,
 * https://github.com/xerioc2/ai-status-bar/blob/0306edf655ccaa2bea7798bd299c6d0b59f23a39/test/fixtures/cursor.json
 * It uses other providers' models.
 */
export const cursor = describe({
  id: 'cursor',
  name: 'Cursor',
  provider: 'Anysphere',
  verifiedOn: '2026-09-28',
  statusPages: [
    statusPage('statuspage', 'status.cursor.com', {
      pageId: '0tp9ssgtptvs',
      core: { rflc60xp5jp2: 'IDE' },
      features: {
        vsny1qv7v86c: 'CLI',
        mwv1g9sc7kdh: 'Cloud Agents',
        k0trcq273dr6: 'Automations',
        '2x2chyqwmkzl': 'Review Agents',
        jh0714rgjgt4: 'cursor.com',
        xwjpvdf81qh9: 'Origin',
        sm5wkcnqkvr9: 'Grok Bot',
      },
    }),
  ],
  dependsOn: MODEL_PROVIDERS,
  chatSites: [chatSite('cursor.com')],
});
