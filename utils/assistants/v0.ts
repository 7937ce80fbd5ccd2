import { chatSite, describe, statusPage } from './describe';

/**
 * Source: Vercel's `components.json` recorded on 2026-09-19,
 * https://github.com/hani-sul/Wakz/blob/5cb9cae3736df13fdf25f551a383ff70fbe0579e/tools/research/raw/vercel__api-v2-components-json.json
 * The group "v0" has two components. Three entries of the page are named "Dashboard", so this one has a name here that
 * matches none of them.
 */
export const v0 = describe({
  id: 'v0',
  name: 'v0',
  provider: 'Vercel',
  verifiedOn: '2026-09-19',
  statusPages: [
    statusPage('statuspage', 'www.vercel-status.com', {
      pageId: 'lvglq8h0mdyh',
      core: { '561jc7fv8734': 'Output Generation', hvqpg17xq8vv: 'v0 Dashboard' },
      features: { rsp3h37vv009: 'AI Gateway', rxynwj392p81: 'API', '7ckq6xr6nsbv': 'Builds' },
    }),
  ],
  chatSites: [chatSite('v0.app')],
});
