import * as v from 'valibot';
import type { Options } from '@/utils/model/options';
import type { SettingsRead } from '@/utils/model/settings-file';
import { OPTIONS_SHAPE } from './storage-shapes';
import { restore, seal, versionOf } from './stored-value';

const MARK = 'settings';
const fileSchema = v.object({ understudy: v.literal(MARK), version: v.number(), value: v.looseObject({}) });

/** The text of a file of settings. */
export function writeSettings(options: Options): string {
  return JSON.stringify({ understudy: MARK, ...seal(OPTIONS_SHAPE, options) }, null, 2);
}

/** Takes a file as a whole or not at all; one of an older version is brought up to date. */
export function readSettings(text: string): SettingsRead {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'not_json' };
  }
  const file = v.safeParse(fileSchema, raw);
  if (!file.success) return { kind: 'not_settings' };
  if (file.output.version > versionOf(OPTIONS_SHAPE)) return { kind: 'too_new' };
  const { value, damaged } = restore(OPTIONS_SHAPE, file.output);
  return damaged.length === 0 ? { kind: 'good', options: value } : { kind: 'wrong', parts: damaged };
}
