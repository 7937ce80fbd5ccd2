import type { SharedPart } from './options';

/** What an organisation set for everybody. It outweighs what the person chose, and does not replace it. */
export interface Preset {
  parts: SharedPart[];
  /** Parts that do not fit; they are as if nobody had set them. */
  damaged: SharedPart[];
}

export const NO_PRESET: Preset = { parts: [], damaged: [] };
