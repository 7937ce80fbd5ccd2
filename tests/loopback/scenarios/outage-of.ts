import { madeUpId } from '@/tests/loopback/pages/made-up-id';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { type Assistant, coreIdsOf, statusPageOf } from '@/utils/model/assistant';
import { componentMoments } from './component-moments';
import { MINUTE } from './duration';

/** Start and end, offsets from the scenario's start. */
export const OUTAGE = { from: MINUTE, until: 6 * MINUTE } as const;

/** An outage of one assistant from the registry's facts alone. Throws if the assistant has no status page. */
export function outageOf(assistant: Assistant): Scenario {
  const page = statusPageOf(assistant, null);
  const componentIds = coreIdsOf(page);
  if (page === null || componentIds.length === 0) throw new Error(`${assistant.name} has no page to be judged by.`);
  const { name, id } = assistant;
  return {
    name: `outage-of-${id}`,
    title: `${name} is partly down and comes back`,
    isReconstructed: false,
    note: 'Made up from what the registry says of its page.',
    durationMs: 8 * MINUTE,
    pages: {
      [new URL(page.address).host]: {
        ...CALM_PAGE,
        componentMoments: [
          ...componentMoments(OUTAGE.from, 'partial_outage', componentIds),
          ...componentMoments(OUTAGE.until, 'operational', componentIds),
        ],
        incidents: [
          {
            id: madeUpId(page.platform === 'incidentio' ? 'incidentio' : 'statuspage', `Outage of ${id}`),
            title: 'Elevated error rates',
            impact: 'major',
            componentIds,
            updates: [
              {
                at: OUTAGE.from,
                label: 'investigating',
                text: 'We are investigating elevated error rates for some requests.',
              },
              { at: 4 * MINUTE, label: 'monitoring', text: 'A fix is in, and errors are falling. We watch.' },
              { at: OUTAGE.until, label: 'resolved', text: 'This incident has been resolved.' },
            ],
          },
        ],
      },
    },
    sites: {},
  };
}
