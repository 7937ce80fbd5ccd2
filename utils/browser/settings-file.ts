import * as v from 'valibot';
import type { Options, SettingsRead } from '@/utils/model/options';
import { OPTIONS_SHAPE } from './options-schema';
import { deserialize, serialize, versionOf } from './stored-value';

const MARK = 'settings';
const fileSchema = v.object({ understudy: v.literal(MARK), version: v.number(), value: v.looseObject({}) });

/** The text of a settings file. */
export function writeSettings(options: Options): string {
  return JSON.stringify({ understudy: MARK, ...serialize(OPTIONS_SHAPE, options) }, null, 2);
}

/** Parses a settings file, as a whole or not at all. Files of older versions are migrated. */
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
  const { value, damaged } = deserialize(OPTIONS_SHAPE, file.output);
  return damaged.length === 0 ? { kind: 'good', options: value } : { kind: 'wrong', parts: damaged };
}
