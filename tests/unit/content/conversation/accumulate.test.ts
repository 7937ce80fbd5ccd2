import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListShape, ScrolledList } from '@/tests/fakes/scrolled-list';
import { accumulate } from '@/utils/content/conversation/accumulate';
import { READING_LIMITS, type Turn } from '@/utils/model/conversation';

const turnsOf = (count: number): Turn[] =>
  Array.from({ length: count }, (_, index) => ({
    from: index % 2 === 0 ? ('person' as const) : ('assistant' as const),
    text: `Message ${index}`,
    named: 0,
  }));

const read = (shape: ListShape, limits = READING_LIMITS, startAt: number | null = null) =>
  accumulate(new ScrolledList(shape, startAt), limits);

describe('accumulate', () => {
  it('finds nothing in a page without messages', async () => {
    expect(await read({ turns: [], numbering: 'ids', window: null })).toEqual({ kind: 'none', why: 'nothing_found' });
  });

  it('reads all messages of a numbered list that holds only some at a time', async () => {
    const turns = turnsOf(200);
    const list = new ScrolledList({ turns, numbering: 'places', window: 6 }, 40);
    expect(await accumulate(list, READING_LIMITS)).toEqual({ kind: 'complete', turns });
    expect(list.mostSeen).toBe(6);
    expect(list.isRestored).toBe(true);
  });

  it('reads all messages of a list whose last messages never leave the page', async () => {
    const turns = turnsOf(52);
    const shape: ListShape = { turns, numbering: 'ids', window: 5, pinnedTail: 3 };
    expect(await read(shape)).toEqual({ kind: 'uncounted', turns });
  });

  it('does not take a first message that never leaves the page for the one before the last', async () => {
    const turns = turnsOf(52);
    const shape: ListShape = { turns, numbering: 'ids', window: 5, hasPinnedHead: true };
    expect(await read(shape)).toEqual({ kind: 'uncounted', turns });
  });

  it('claims no total for a list that states none', async () => {
    const turns = turnsOf(26);
    expect(await read({ turns, numbering: 'ids', window: null })).toEqual({ kind: 'uncounted', turns });
  });

  it('reads what is in the page if nothing identifies the messages', async () => {
    const turns = turnsOf(26);
    expect(await read({ turns, numbering: 'none', window: 12 })).toEqual({ kind: 'uncounted', turns: turns.slice(14) });
  });

  it('says how many messages a page withholds', async () => {
    const turns = turnsOf(26);
    expect(await read({ turns, numbering: 'sizes', window: 5, withheld: 12 })).toEqual({
      kind: 'partial',
      turns: turns.slice(12),
      total: 26,
      isEnd: true,
      stoppedBy: 'page',
    });
  });

  it('says that places of the list hold something else than messages', async () => {
    const turns = turnsOf(26);
    const expected = turns.filter((_, index) => index !== 7 && index !== 20);
    for (const numbering of ['places', 'sizes', 'loaded'] as const) {
      expect(await read({ turns, numbering, window: 6, unrecognized: [7, 20] })).toEqual({
        kind: 'partial',
        turns: expected,
        total: numbering === 'loaded' ? null : 26,
        isEnd: false,
        stoppedBy: 'unrecognized',
      });
    }
  });

  it.each(['places', 'sizes', 'ids'] as const)(
    'skips no message that is rendered late, in a list by %s',
    async (numbering) => {
      const turns = turnsOf(60);
      const reading = await read({ turns, numbering, window: 8, isLate: true });
      if (reading.kind === 'none') throw new Error('nothing was read');
      // All of them, or exactly the end of the list, and never one less in between.
      expect(reading.turns).toEqual(turns.slice(turns.length - reading.turns.length));
      if (reading.turns.length < 60) expect(reading).toMatchObject({ kind: 'partial', stoppedBy: 'lost' });
    },
  );

  it('loads older messages at the start of the list', async () => {
    const turns = turnsOf(60);
    expect(await read({ turns, numbering: 'ids', window: 6, loads: 20 })).toEqual({ kind: 'uncounted', turns });
  });

  it.each([5, 40, 1_000])('does not believe a page that states %d messages of 40', async (lie) => {
    const turns = turnsOf(40);
    const reading = await read({ turns, numbering: 'sizes', window: 6, lie });
    if (lie === 40) expect(reading).toEqual({ kind: 'complete', turns });
    else if (lie < 40) expect(reading).toEqual({ kind: 'uncounted', turns });
    else expect(reading).toEqual({ kind: 'partial', turns, total: lie, isEnd: true, stoppedBy: 'page' });
  });

  it.each([
    ['messages', { ...READING_LIMITS, turns: 300 }],
    ['characters', { ...READING_LIMITS, characters: 3_000 }],
    ['time', { ...READING_LIMITS, ms: 1_500 }],
  ])('stops in an endless list at its limit of %s, and says so', async (_, limits) => {
    const turns = turnsOf(30);
    const reading = await read({ turns, numbering: 'ids', window: 6, isEndless: true }, limits);
    expect(reading).toMatchObject({ kind: 'partial', total: null, isEnd: true, stoppedBy: 'limit' });
    if (reading.kind === 'none') throw new Error('nothing was read');
    expect(reading.turns.length).toBeLessThanOrEqual(limits.turns);
    expect(reading.turns.slice(-30)).toEqual(turns);
  });

  it('stops where a page gives the id of one message to another', async () => {
    const turns = turnsOf(60);
    const reading = await read({ turns, numbering: 'ids', window: 6, loads: 20, areIdsReused: true });
    expect(reading).toMatchObject({ kind: 'partial', total: null, stoppedBy: 'lost' });
    if (reading.kind === 'none') throw new Error('nothing was read');
    expect(turns.slice(-reading.turns.length)).toEqual(reading.turns);
  });

  it.each([true, false])(
    'takes the first place of the loaded messages for no start (at the upper edge: %s)',
    async (staysAtTop) => {
      const turns = turnsOf(60);
      const reading = await read({ turns, numbering: 'loaded', window: 6, loads: 20, staysAtTop });
      expect(reading).toEqual({ kind: 'partial', turns: turns.slice(40), total: null, isEnd: true, stoppedBy: 'lost' });
    },
  );

  it('notices that a page numbers its messages again, although they all begin alike', async () => {
    const turns = turnsOf(60).map((turn) => ({ ...turn, text: 'Go on' }));
    const reading = await read({ turns, numbering: 'loaded', window: 6, loads: 20, staysAtTop: true });
    expect(reading).toMatchObject({ kind: 'partial', total: null, stoppedBy: 'lost' });
  });

  it('reads older messages that are loaded, under ids of their own, although the places count what is loaded', async () => {
    const turns = turnsOf(60);
    expect(await read({ turns, numbering: 'loaded_ids', window: 6, loads: 20 })).toEqual({ kind: 'uncounted', turns });
  });

  it('claims no total for a list that numbers what is loaded, although nothing more is loaded', async () => {
    const turns = turnsOf(14);
    expect(await read({ turns, numbering: 'loaded', window: 6 })).toEqual({ kind: 'uncounted', turns });
  });

  it('states no total by the places alone before it has reached the upper edge', async () => {
    const turns = turnsOf(60);
    const limits = { ...READING_LIMITS, turns: 12 };
    const shape: ListShape = { turns, numbering: 'loaded', window: 6, loads: 20 };
    expect(await read(shape, limits)).toMatchObject({ kind: 'partial', total: null, isEnd: true, stoppedBy: 'limit' });
  });

  it('claims no more than it read of 1,000 made-up lists that load messages and number those that are loaded', async () => {
    const shapes = fc.record({
      texts: fc.array(fc.constantFrom('Yes', 'No', 'Go on'), { minLength: 1, maxLength: 120 }),
      isDistinct: fc.boolean(),
      numbering: fc.constantFrom('loaded', 'loaded_ids'),
      window: fc.option(fc.integer({ min: 2, max: 12 })),
      loads: fc.integer({ min: 1, max: 40 }),
      staysAtTop: fc.boolean(),
      pinnedTail: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ texts, isDistinct, ...rest }) => {
        const turns = turnsOf(texts.length).map((turn, index) =>
          isDistinct ? turn : { ...turn, text: texts[index] ?? '' },
        );
        const reading = await read({ ...rest, turns });
        if (reading.kind === 'none') throw new Error('nothing was read');
        if (reading.kind !== 'partial') expect(reading).toEqual({ kind: 'uncounted', turns });
        else {
          expect(reading.turns).toEqual(turns.slice(-reading.turns.length));
          expect(reading).toMatchObject({ total: null, isEnd: reading.turns.length > 1 });
        }
        if (rest.numbering === 'loaded_ids') expect(reading.turns).toEqual(turns);
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });

  it.each(['places', 'sizes', 'ids', 'none'] as const)(
    'takes the messages of one side for no whole conversation, in a list by %s',
    async (numbering) => {
      for (const side of ['person', 'assistant'] as const) {
        for (const count of [1, 13]) {
          const turns = turnsOf(26)
            .filter(({ from }) => from === side)
            .slice(0, count);
          expect(await read({ turns, numbering, window: null })).toEqual({
            kind: 'partial',
            turns,
            total: null,
            isEnd: false,
            stoppedBy: 'unrecognized',
          });
        }
      }
    },
  );

  it('reads every message of 1,000 made-up conversations, or says exactly how many there are', async () => {
    const shapes = fc.record({
      count: fc.integer({ min: 1, max: 120 }),
      numbering: fc.constantFrom('places', 'sizes', 'ids', 'none'),
      window: fc.option(fc.integer({ min: 2, max: 12 })),
      pinnedTail: fc.integer({ min: 0, max: 4 }),
      hasPinnedHead: fc.boolean(),
      withheld: fc.integer({ min: 0, max: 30 }),
      startAt: fc.option(fc.integer({ min: 0, max: 120 })),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ count, withheld, startAt, numbering, ...rest }) => {
        const turns = turnsOf(count);
        const hidden = Math.min(withheld, count - 1);
        const held = turns.slice(hidden);
        const list = new ScrolledList({ ...rest, turns, numbering, withheld: hidden }, startAt);
        const reading = await accumulate(list, READING_LIMITS);
        if (reading.kind === 'none') throw new Error('nothing was read');
        if (numbering === 'none') {
          // Never more than is there, and never a total.
          expect(turns).toEqual(expect.arrayContaining(reading.turns));
          expect(reading.kind === 'complete').toBe(false);
          return;
        }
        expect(reading.turns).toEqual(held);
        if (held.length === 1) expect(reading).toMatchObject({ kind: 'partial', stoppedBy: 'unrecognized' });
        else if (numbering === 'ids') expect(reading).toEqual({ kind: 'uncounted', turns: held });
        else if (hidden === 0) expect(reading.kind).toBe('complete');
        else expect(reading).toMatchObject({ kind: 'partial', total: count, isEnd: true, stoppedBy: 'page' });
      }),
      { numRuns: 1_000, seed: 20 },
    );
  });
});
