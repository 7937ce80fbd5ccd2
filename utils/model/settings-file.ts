import type { Options } from './options';

/** What came of reading a file of settings. Anything but `good` changes nothing. */
export type SettingsRead =
  | { kind: 'good'; options: Options }
  | { kind: 'not_json' }
  /** JSON, but no settings of ours. */
  | { kind: 'not_settings' }
  /** Made by a later version than this one. */
  | { kind: 'too_new' }
  /** These parts of it do not fit. */
  | { kind: 'wrong'; parts: (keyof Options)[] };
