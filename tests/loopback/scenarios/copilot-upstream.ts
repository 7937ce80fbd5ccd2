import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { MINUTE } from './duration';

/** Copilot AI Model Providers; Copilot itself stays operational. */
const PROVIDERS = 'cnnb39dkkk82';

export const copilotUpstream: Scenario = {
  name: 'copilot-upstream',
  title: 'One model in Copilot fails at its provider; Copilot itself stays up',
  isReconstructed: false,
  note: 'Made up. Incidents that name another provider’s model within Copilot were recorded in 2025.',
  durationMs: 14 * MINUTE,
  pages: {
    'www.githubstatus.com': {
      ...CALM_PAGE,
      componentMoments: [
        { at: MINUTE, componentId: PROVIDERS, level: 'degraded' },
        { at: 10 * MINUTE, componentId: PROVIDERS, level: 'operational' },
      ],
      incidents: [
        {
          id: 'm4x7q0g9s2vd',
          title: 'Degraded availability of Claude Opus 4.8 in Copilot',
          impact: 'minor',
          componentIds: [PROVIDERS],
          updates: [
            {
              at: MINUTE,
              label: 'investigating',
              text: 'Requests to Claude Opus 4.8 are failing due to an upstream provider issue. Other models are not affected.',
            },
            {
              at: 4 * MINUTE,
              label: 'identified',
              text: 'We are working with the model provider. Please select another model in the meantime.',
            },
            {
              at: 10 * MINUTE,
              label: 'monitoring',
              text: 'The model is responding again and we are monitoring the recovery.',
            },
            { at: 12 * MINUTE, label: 'resolved', text: 'All Copilot models are available again.' },
          ],
        },
      ],
    },
  },
  sites: {},
};
