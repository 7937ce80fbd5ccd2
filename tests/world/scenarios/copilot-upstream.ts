import { CALM_PAGE, type Scenario } from '@/tests/world/scenario';
import { MINUTE } from './duration';

/** Copilot AI Model Providers; Copilot itself stays well. */
const PROVIDERS = 'cnnb39dkkk82';

export const copilotUpstream: Scenario = {
  name: 'copilot-upstream',
  title: 'One model that Copilot borrows has trouble at its maker; Copilot itself is well',
  isReconstructed: false,
  note: 'Made up. Incidents that name another maker’s model within Copilot were recorded in 2025.',
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
          title: 'Claude Opus 4.8 in Copilot fails for many',
          impact: 'minor',
          componentIds: [PROVIDERS],
          updates: [
            {
              at: MINUTE,
              label: 'investigating',
              text: 'Whoever has chosen Claude Opus 4.8 in Copilot gets errors. The other models are well.',
            },
            {
              at: 4 * MINUTE,
              label: 'identified',
              text: 'The maker of the model has trouble. We are in touch; choose another model until it is over.',
            },
            { at: 10 * MINUTE, label: 'monitoring', text: 'The model answers again. We watch.' },
            { at: 12 * MINUTE, label: 'resolved', text: 'All models in Copilot are well.' },
          ],
        },
      ],
    },
  },
  sites: {},
};
