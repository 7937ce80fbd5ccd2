import { expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS, isLater, SHARED_PARTS } from '@/utils/model/options';
import { type Choice, planSending, recordChoice } from '@/utils/rules/settings/sync';

const choice = (over: Partial<Choice>) =>
  recordChoice({
    own: DEFAULT_OPTIONS,
    effective: DEFAULT_OPTIONS,
    after: DEFAULT_OPTIONS,
    preset: [],
    chosenAt: {},
    syncedAt: {},
    now: NOON,
    random: 0.5,
    ...over,
  });
const DARK = { ...DEFAULT_OPTIONS, theme: 'dark' as const };

it('recordChoice stamps only the changed field', () => {
  expect(choice({ after: DARK })).toEqual({ options: DARK, chosenAt: { theme: NOON + 0.5 }, changed: ['theme'] });
  expect(choice({}).chosenAt).toEqual({});
});

it('recordChoice stamps a change later than every known timestamp, local or synced', () => {
  const ahead = NOON + 1e9;
  for (const known of [{ chosenAt: { theme: ahead } }, { syncedAt: { theme: ahead + 0.9 } }]) {
    expect(isLater(choice({ after: DARK, ...known }).chosenAt.theme ?? 0, ahead + 0.9)).toBe(true);
  }
});

it('recordChoice does not change a preset field', () => {
  expect(choice({ after: DARK, preset: ['theme'] })).toEqual({ options: DEFAULT_OPTIONS, chosenAt: {}, changed: [] });
});

it('planSending sends only fields that are newer than the synced copy and not preset', () => {
  const times = { theme: 2, watched: 5, planB: 1 };
  const { items } = planSending(DARK, times, { theme: 1, watched: 5, planB: 3 }, []);
  expect(items).toEqual({ theme: { at: 2, value: 'dark' } });
  expect(planSending(DARK, times, {}, ['theme', 'watched', 'planB']).items).toEqual({});
});

it('planSending measures the size in bytes, not characters', () => {
  const ownChats = [{ id: '1', name: 'ü'.repeat(4_200), url: 'https://a.example/' }];
  expect(planSending({ ...DARK, ownChats }, { ownChats: 1 }, {}, []).tooLarge).toEqual(['ownChats']);
});

it('every option is shared, except those that concern one browser', () => {
  expect([...SHARED_PARTS, 'signedIn', 'carriesConversation', 'opinionSources'].sort()).toEqual(
    Object.keys(DEFAULT_OPTIONS).sort(),
  );
});

it('recordChoice keeps references to unknown custom pages without marking the field as changed', () => {
  const own = { ...DEFAULT_OPTIONS, watched: [...DEFAULT_OPTIONS.watched, 'page:7' as const] };
  expect(choice({ own, after: DARK }).options.watched).toEqual(own.watched);
  const { options, changed } = choice({ own, after: { ...DEFAULT_OPTIONS, watched: ['poe'] } });
  expect(options.watched).toEqual(['poe', 'page:7']);
  expect(changed).toEqual(['watched']);
});
