import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { OPTIONS_V2 } from '@/tests/fixtures/storage-v2';
import { readSettings, writeSettings } from '@/utils/browser/settings-file';
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
const say = (text: string) => settingsWords(readSettings(text), englishAt(NOON));

describe('a file of settings', () => {
  it('comes out as it went in', () => {
    expect(readSettings(writeSettings(CHOSEN))).toEqual({ kind: 'good', options: CHOSEN });
  });

  it('of an older version is brought up to date', () => {
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
  ])('%j is refused with its reason', (text, read) => {
    expect(readSettings(text)).toEqual(read);
  });

  it('without any value is refused, and every missing part is named', () => {
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
  ])('that is refused is told its own reason, and the parts that are wrong: %j', (text, said) => {
    expect(say(text)).toBe(said);
  });
});
