import type { AssistantId } from './assistant';

/** From which level on a trouble is worth a notice. */
export const LOUD_LEVELS = ['degraded', 'partial_outage', 'major_outage'] as const;
export type LoudLevel = (typeof LOUD_LEVELS)[number];

/** What interrupts a person about one assistant. Popup, badge and banner tell the rest. */
export interface Loudness {
  /** That trouble begins, gets worse, or comes back. */
  started: boolean;
  recovered: boolean;
  /** That its makers wrote more, or that it got better. */
  updates: boolean;
  /** That a maintenance is near, where hours ahead were asked for. */
  maintenance: boolean;
  from: LoudLevel;
}

export const DEFAULT_LOUDNESS: Loudness = {
  started: true,
  recovered: true,
  updates: false,
  maintenance: true,
  from: 'degraded',
};

/** Only what differs from the usual is remembered. */
export type LoudnessChoices = Partial<Record<AssistantId, Loudness>>;

export function loudnessOf({ loudness }: { loudness: LoudnessChoices }, id: AssistantId): Loudness {
  return loudness[id] ?? DEFAULT_LOUDNESS;
}
