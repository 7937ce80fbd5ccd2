import { describe, statusPage } from './describe';

/**
 * Source: notes on its page until 2026-10, https://github.com/bentleypark/aiwatch/issues/1462
 * Its page id is not recorded, and status.jetbrains.ai leads to this page. The assistant is used in JetBrains' editors, so
 * there is no chat site.
 */
export const jetbrainsAi = describe({
  id: 'jetbrains_ai',
  name: 'JetBrains AI',
  provider: 'JetBrains',
  verifiedOn: '2026-10-01',
  statusPages: [
    statusPage('incidentio', 'status.jetbrains.cloud', {
      core: { '01KX3EN535A0SKSZK3S84949V1': 'JetBrains AI' },
      features: { '01KST6ZB60NWW1MAB3ECRMJFS0': 'JetBrains Central Console' },
    }),
  ],
  chatSites: [],
});
