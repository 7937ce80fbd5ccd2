import { describe, expect, it } from 'vitest';
import { NOON } from '@/tests/fakes/samples';
import type { Change } from '@/utils/model/episode';
import { notice } from '@/utils/model/notification';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { MAX_OWN_PAGES, type OwnPage, type WatchablePage } from '@/utils/model/status-page';
import { withoutGone } from '@/utils/rules/settings/forget';
import { makeOwnPage, onlyChoice, withOwnPage, withoutOwnPage } from '@/utils/rules/settings/own-pages';

const FOUND: WatchablePage = {
  platform: 'statuspage',
  address: 'https://status.example.org',
  pageId: 'abcdefabcdef',
  isCorsOpen: true,
  name: 'Example Labs',
  components: ['Assistant', 'Search'].map((name, index) => ({
    id: `c${index}`,
    name,
    group: null,
    level: 'operational',
    word: 'operational',
  })),
  openIncidents: 0,
};
const PAGE = makeOwnPage(FOUND, { name: ' ', partIds: ['c1'], chatUrl: null }, NOON);

describe('custom pages', () => {
  it('use the selected components as core and keep the others as features', () => {
    expect(PAGE.core).toEqual([{ id: 'c1', name: 'Search' }]);
    expect(PAGE.features).toEqual([{ id: 'c0', name: 'Assistant' }]);
  });

  it('use the page’s own name if the user enters none', () => {
    expect(PAGE.name).toBe('Example Labs');
    expect(makeOwnPage(FOUND, { name: ' Ours ', partIds: [], chatUrl: null }, NOON).name).toBe('Ours');
  });

  it('need no choice if the page lists a single component', () => {
    const components = FOUND.components.slice(0, 1);
    const only = onlyChoice({ ...FOUND, components }, NOON);
    expect(only).toMatchObject({ name: 'Example Labs', core: [{ id: 'c0', name: 'Assistant' }], features: [] });
    expect(only?.chatUrl).toBeNull();
    expect(onlyChoice(FOUND, NOON)).toBeNull();
    expect(onlyChoice({ ...FOUND, components: [] }, NOON)).toBeNull();
  });

  it('are added to the watched assistants', () => {
    const { ownPages, watched } = withOwnPage(DEFAULT_OPTIONS, PAGE);
    expect(ownPages).toEqual([PAGE]);
    expect(watched).toEqual([...DEFAULT_OPTIONS.watched, PAGE.id]);
  });

  it('are not added twice for one address', () => {
    const options = withOwnPage(DEFAULT_OPTIONS, PAGE);
    expect(withOwnPage(options, { ...PAGE, id: 'page:7' })).toBe(options);
  });

  it('are not added beyond the maximum', () => {
    const pages = Array.from(
      { length: MAX_OWN_PAGES + 1 },
      (_, index): OwnPage => ({
        ...PAGE,
        id: `page:${index}`,
        address: `https://s${index}.example.org`,
      }),
    );
    expect(pages.reduce(withOwnPage, DEFAULT_OPTIONS).ownPages).toHaveLength(MAX_OWN_PAGES);
  });

  it('are removed with all their options and nothing else', () => {
    const options = withOwnPage({ ...DEFAULT_OPTIONS, parts: { claude: ['x'] } }, PAGE);
    const { id } = PAGE;
    const chosen = {
      ...options,
      planB: [id, ...options.planB],
      signedIn: [id],
      parts: { ...options.parts, [id]: ['c0'] },
    };
    expect(withoutOwnPage(chosen, id)).toEqual({ ...DEFAULT_OPTIONS, parts: { claude: ['x'] } });
  });
});

describe('withoutGone', () => {
  const { id } = PAGE;
  const decision = { at: NOON, assistantId: id, about: 'started', isTold: true, reason: 'confirmed' } as const;
  const status: Status = {
    ...EMPTY_STATUS,
    snoozes: { claude: NOON, [id]: NOON },
    dismissals: { [id]: { episodeId: 'e', level: 'degraded' } },
    decisions: [decision, { ...decision, assistantId: 'claude' }],
  };

  it('removes the state of a page that was removed', () => {
    const after = withoutGone(status, []);
    expect(after.snoozes).toEqual({ claude: NOON });
    expect(after.dismissals).toEqual({});
    expect(after.decisions.map(({ assistantId }) => assistantId)).toEqual(['claude']);
  });

  it('keeps pending notifications about other assistants', () => {
    const change = (assistantId: Change['assistantId']): Change => ({
      kind: 'started',
      assistantId,
      episodeId: `e-${assistantId}`,
      at: NOON,
      level: 'partial_outage',
      from: 'operational',
      startedAt: NOON,
      isStartKnown: true,
      endedAt: null,
      reopened: 0,
      phase: null,
      title: null,
      onlyParts: [],
    });
    const both = notice('both', { changes: [change('claude'), change(id)] });
    const alone = notice('alone', { changes: [change(id)] });
    const back = notice('back', {
      back: {
        kind: 'recovered',
        assistantId: 'claude',
        episodeId: null,
        at: NOON,
        lastedMs: null,
        bringsForward: false,
      },
    });
    const pending = [both, alone, back];
    const left = [notice('both', { changes: [change('claude')] }), back];
    expect(withoutGone({ ...status, held: pending, outbox: pending }, [])).toMatchObject({ held: left, outbox: left });
  });

  it('keeps the state of an existing page', () => {
    expect(withoutGone(status, [PAGE])).toEqual(status);
  });

  it('returns an empty status unchanged', () => {
    expect(withoutGone(EMPTY_STATUS, [])).toEqual(EMPTY_STATUS);
  });
});
