import { chatSite, describe, statusPage } from './describe';
import { MODEL_PROVIDERS } from './model-providers';

/** Source: notes of 2026-08 on its page, page id and part ids. It uses other providers' models. */
export const cursor = describe({
  id: 'cursor',
  name: 'Cursor',
  provider: 'Anysphere',
  verifiedOn: '2026-08-01',
  statusPages: [
    statusPage('statuspage', 'status.cursor.com', {
      pageId: '0tp9ssgtptvs',
      core: { rflc60xp5jp2: 'IDE' },
      features: { vsny1qv7v86c: 'CLI', mwv1g9sc7kdh: 'Cloud Agents', k0trcq273dr6: 'Automations' },
    }),
  ],
  dependsOn: MODEL_PROVIDERS,
  chatSites: [chatSite('cursor.com')],
});
