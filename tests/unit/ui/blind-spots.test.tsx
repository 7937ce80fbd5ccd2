import { describe, expect, it } from 'vitest';
import { OptionsPage } from '@/components/options/options-page';
import { english, englishAt } from '@/tests/fakes/english';
import { popupMarkup } from '@/tests/fakes/popup-markup';
import { markupOf } from '@/tests/fakes/rendered';
import { firstPageOf } from '@/tests/fakes/samples';
import type { OptionsStageState, PopupState } from '@/tests/gallery/gallery-state';
import { HOUR, NOW } from '@/tests/gallery/moments';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { BLIND_SPOT_STATES } from '@/tests/gallery/states/blind-spot-states';
import { blindSpotWords } from '@/utils/i18n/health-words';
import { BLIND_SPOT_KINDS, keyOfSpot } from '@/utils/model/blind-spot';
import { EMPTY_STATUS } from '@/utils/model/status';
import { blindSpots } from '@/utils/rules/sightings/blind-spots';
import { whatWorks } from '@/utils/ui/options/diagnostics';
import { OptionsContext } from '@/utils/ui/options/store';

const stateOf = (name: string) => BLIND_SPOT_STATES[name] as PopupState;
const dataOf = (name: string) => (BLIND_SPOT_STATES[name] as OptionsStageState).data;
const popupOf = ({ status, options, access }: PopupState) => popupMarkup({ status, options, access }, NOW);

it.each(BLIND_SPOT_KINDS)('the blind spot %s has words of its own that say since when', (kind) => {
  const words = blindSpotWords({ kind, assistantId: 'claude', since: NOW }, 'Claude', EMPTY_STATUS, englishAt(NOW));
  expect(words).toMatch(/\.$/);
  if (kind !== 'storage_failing') expect(words).toMatch(/14:13|Sep/);
});

describe('the row in the popup', () => {
  it('says what is not seen, in place of the reason in row and summary', () => {
    const markup = popupOf(stateOf('blind-page-moved'));
    expect(markup).toContain(english('spot_page_moved', 'Claude', '05:13'));
    expect(markup).not.toContain(english('reason_moved'));
  });

  it('says nothing once the line was dismissed, and the summary gives the reason again', () => {
    const state = stateOf('blind-page-moved');
    const keys = blindSpots(NOW, state.status, state.options).map(keyOfSpot);
    const markup = popupOf({ ...state, status: { ...state.status, dismissedSpots: keys } });
    expect(markup).not.toContain('data-spot');
    expect(markup.split(english('reason_moved'))).toHaveLength(2);
  });

  it('says once that storage fails', () => {
    const state = stateOf('blind-alarm-missing');
    const markup = popupOf({ ...state, status: { ...state.status, missedAlarm: null, storageTrouble: 'failing' } });
    expect(markup.split(english('storage_failing'))).toHaveLength(2);
  });
});

describe('"What works"', () => {
  const rowsOf = (name: string, hasEvidence = true) => {
    const { status, options, grants } = dataOf(name);
    return whatWorks(status, options, { origins: grants?.origins ?? [], hasEvidence }, englishAt(NOW));
  };

  it('lists when and by what each page was read, and what else was seen', () => {
    const { general, rows } = rowsOf('options-what-works');
    expect(general).toEqual([]);
    expect(rows.flatMap(({ spots }) => spots)).toEqual([]);
    expect(rows[0]).toMatchObject({
      page: `${english('checked', '14:13')} · ${english('works_by_component')}`,
      banner: english('works_banner_allowed'),
      messages: english('works_seen', '14:01'),
    });
    expect(rows[1]).toMatchObject({ banner: english('works_banner_off'), canAllow: true });
    expect(rows.at(-1)).toMatchObject({ page: english('works_plan_b'), canAllow: false });
  });

  it('says that of messages over a WebSocket only its opening can be seen', () => {
    const { status, options } = dataOf('options-what-works');
    const watching: typeof options = { ...options, watched: ['microsoft_copilot', 'claude'] };
    const messages = (hasEvidence: boolean) =>
      whatWorks(status, watching, { origins: [], hasEvidence }, englishAt(NOW))
        .rows.slice(0, 2)
        .map((row) => row.messages);
    const [copilot, claude] = messages(true);
    expect(copilot).toBe(`${english('works_messages_none')} · ${english('works_socket')}`);
    expect(claude).not.toContain(english('works_socket'));
    expect(messages(false)[0]).toBe(english('works_messages_off'));
  });

  it('says that messages are not watched without the permission', () => {
    expect(rowsOf('options-what-works', false).rows[0]?.messages).toBe(english('works_messages_off'));
  });

  it('offers one press where one helps', () => {
    const { general, rows } = rowsOf('options-what-works-blind');
    expect(general.map(({ text }) => text)).toEqual([english('spot_alarm_missing', '11:13')]);
    expect(rows.map(({ spots }) => spots.map(({ press }) => press?.kind ?? null))).toEqual([
      ['open'],
      ['open', 'allow_chat', null],
      ['open'],
      ['allow_page'],
      [null],
    ]);
  });

  it('is a table with a heading for each column and assistant', () => {
    const store = stagedOptions(dataOf('options-what-works-blind'));
    const markup = markupOf(
      <OptionsContext value={store}>
        <OptionsPage />
      </OptionsContext>,
      NOW,
    );
    expect(markup.match(/<th scope="col">/g)).toHaveLength(5);
    expect(markup.match(/<th scope="row">/g)).toHaveLength(5);
    expect(markup).toContain('id="report-heading"');
  });

  it('says that a page was not checked yet', () => {
    const { status, options } = dataOf('options-what-works');
    const address = firstPageOf('claude').address;
    const unread = { ...status, pages: { claude: { ...status.pages.claude, address, readAt: null } } } as typeof status;
    const [row] = whatWorks(unread, options, { origins: [], hasEvidence: false }, englishAt(NOW)).rows;
    expect(row?.page).toBe(english('reason_not_read_yet'));
  });
});

it('the age of a blind spot is part of its key', () => {
  const spot = { kind: 'page_moved', assistantId: 'claude', since: NOW } as const;
  expect(keyOfSpot(spot)).not.toBe(keyOfSpot({ ...spot, since: NOW + HOUR }));
});
