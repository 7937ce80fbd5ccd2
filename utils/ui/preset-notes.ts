import type { SharedPart } from '@/utils/model/options';
import type { Preset } from '@/utils/model/preset';
import type { Speech } from '@/utils/words/speech';

/** "Set by your organisation", by part. One that is not there is the person's own to choose. */
export type PresetNotes = Partial<Record<SharedPart, string>>;

export function presetNotes({ parts }: Preset, { t }: Speech): PresetNotes {
  return Object.fromEntries(parts.map((part) => [part, t('preset_note')]));
}
