import type { AssistantId } from '@/utils/model/assistant';
import { type Loudness, loudnessOf } from '@/utils/model/loudness';
import type { Options } from '@/utils/model/options';
import type { QuietHours } from '@/utils/model/quiet-hours';

export function withLoudness(options: Options, id: AssistantId, over: Partial<Loudness>): Options {
  return { ...options, loudness: { ...options.loudness, [id]: { ...loudnessOf(options, id), ...over } } };
}

export function withQuietHours(options: Options, over: Partial<QuietHours>): Options {
  return { ...options, quietHours: { ...options.quietHours, ...over } };
}
