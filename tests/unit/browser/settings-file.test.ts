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
    ['', 'it is not JSON'],
    ['{', 'it is not JSON'],
    ['null', 'no settings of Understudy'],
    ['[]', 'no settings of Understudy'],
    [JSON.stringify({ version: 3, value: CHOSEN }), 'no settings of Understudy'],
    [file({ value: null }), 'no settings of Understudy'],
    [file({ version: 99 }), 'later version'],
    [file({ value: { ...CHOSEN, watched: ['eliza'] } }), english('settings_part_watched')],
    [file({ value: { ...CHOSEN, quietHours: { isOn: true, from: 0, until: 1440 } } }), 'quiet hours'],
    [file({ value: { ...CHOSEN, loudness: { gemini: 'loud' } } }), english('settings_part_loudness')],
    [
      file({ value: { ...CHOSEN, ownChats: [{ id: '1', name: 'Bad', url: 'javascript:alert(1)' }], theme: 'pink' } }),
      'chats of your own (“ownChats”) and colours (“theme”)',
    ],
    [file({ value: {} }), 'whom to watch'],
  ])('%j says what is wrong', (text, said) => {
    expect(readSettings(text).kind).not.toBe('good');
    expect(say(text)).toContain(said);
    expect(say(text)).toContain('Nothing was changed.');
  });
});
