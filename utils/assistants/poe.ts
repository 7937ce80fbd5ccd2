import { chatSite, describe, MODEL_PROVIDERS, statusPage } from './describe';

/**
 * Source: the page's list of parts, recorded in 2026-09,
 * https://github.com/daniarjabagin/headroom/blob/a0d68638351671700656760886ca53c0e1a9acfb/crates/headroom-daemon/src/status/fixtures/incidentio_poe_components.json
 * It uses other providers' models.
 */
export const poe = describe({
  id: 'poe',
  name: 'Poe',
  provider: 'Quora',
  verifiedOn: '2026-09-01',
  statusPages: [
    statusPage('incidentio', 'status.poe.com', {
      pageId: '01K8PEESJ24VJZFD1XXJ138MSF',
      core: { '01K8PEESTJ47BQJEDKF3EFJ5T9': 'poe.com' },
      features: { '01K8PEESTJRMR8PTME35ZVN6R8': 'api.poe.com' },
    }),
  ],
  dependsOn: MODEL_PROVIDERS,
  chatSites: [chatSite('poe.com')],
});
