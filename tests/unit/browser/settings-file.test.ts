import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { OPTIONS_V2 } from '@/tests/fixtures/storage-v2';
import { readSettings, writeSettings } from '@/utils/browser/options-schema';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { settingsWords } from '@/utils/ui/options/settings';

const CHOSEN: Options = {
  ...DEFAULT_OPTIONS,
  watched: ['gemini'],
  planB: ['own:1', 'claude'],
  ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
  loudness: { gemini: { started: true, recovered: false, updates: true, maintenance: true, from: 'major_outage' } },
  quietHours: { isOn: true, from: 0, until: 1439 },
  theme: 'dark',
};
const file = (over: object) => JSON.stringify({ ...JSON.parse(writeSettings(CHOSEN)), ...over });
const wordsFor = (text: string) => settingsWords(readSettings(text), englishAt(NOON));

describe('readSettings', () => {
  it('returns the options that writeSettings wrote', () => {
    expect(readSettings(writeSettings(CHOSEN))).toEqual({ kind: 'good', options: CHOSEN });
  });

  it('migrates a file of an older version', () => {
    const old = JSON.stringify({ understudy: 'settings', ...OPTIONS_V2 });
    expect(readSettings(old)).toMatchObject({ kind: 'good', options: { watched: OPTIONS_V2.value.watched } });
  });

  it.each([
    ['', { kind: 'not_json' }],
    ['{', { kind: 'not_json' }],
    ['null', { kind: 'not_settings' }],
    ['[]', { kind: 'not_settings' }],
    [JSON.stringify({ version: 3, value: CHOSEN }), { kind: 'not_settings' }],
    [file({ value: null }), { kind: 'not_settings' }],
    [file({ version: 99 }), { kind: 'too_new' }],
    [file({ value: { ...CHOSEN, watched: ['eliza'] } }), { kind: 'wrong', parts: ['watched'] }],
    [
      file({ value: { ...CHOSEN, quietHours: { isOn: true, from: 0, until: 1440 } } }),
      { kind: 'wrong', parts: ['quietHours'] },
    ],
    [file({ value: { ...CHOSEN, loudness: { gemini: 'loud' } } }), { kind: 'wrong', parts: ['loudness'] }],
    [
      file({ value: { ...CHOSEN, ownChats: [{ id: '1', name: 'Bad', url: 'javascript:alert(1)' }], theme: 'pink' } }),
      { kind: 'wrong', parts: ['ownChats', 'theme'] },
    ],
  ])('rejects %j with its reason', (text, read) => {
    expect(readSettings(text)).toEqual(read);
  });

  it('rejects a file without values and names every missing field', () => {
    const read = readSettings(file({ value: {} }));
    expect(read).toEqual({ kind: 'wrong', parts: expect.any(Array) });
    expect(read.kind === 'wrong' && [...read.parts].sort()).toEqual(Object.keys(DEFAULT_OPTIONS).sort());
  });

  it.each([
    ['not json', english('settings_not_json')],
    ['null', english('settings_not_settings')],
    [file({ version: 99 }), english('settings_too_new')],
    [file({ value: { ...CHOSEN, watched: ['eliza'] } }), english('settings_wrong', english('settings_part_watched'))],
    [
      file({ value: { ...CHOSEN, ownChats: [{ id: '1', name: 'Bad', url: 'javascript:alert(1)' }], theme: 'pink' } }),
      english('settings_wrong', `${english('settings_part_own_chats')} and ${english('settings_part_theme')}`),
    ],
  ])('is explained by settingsWords with its reason and fields: %j', (text, said) => {
    expect(wordsFor(text)).toBe(said);
  });
});
