import { createStore, type StoreApi } from 'zustand/vanilla';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow } from '@/utils/browser/translate';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { carryOn } from '@/utils/ui/carry-on';
import type { CheckActions } from './check-actions';
import { checkDeeds } from './check-deeds';
import { type CheckInput, type CheckView, checkView } from './check-view';
import { realSources } from './real-sources';
import { runCheck } from './run-check';

export interface CheckStore extends StoreApi<{ view: CheckView }> {
  actions: CheckActions;
  /** Begins to look, and follows until the returned function is called. */
  start(): () => void;
}

/** Looks, and shows what is found. That and what the person says they see is kept in here, and nowhere else. */
export function createCheckStore(assistantId: AssistantId): CheckStore {
  let input: CheckInput = {
    assistantId,
    check: null,
    sees: null,
    text: '',
    status: EMPTY_STATUS,
    options: DEFAULT_OPTIONS,
    deeds: new Set(),
  };
  /** Which look it is: another may be begun while one is under way. */
  let looks = 0;
  const store = createStore<{ view: CheckView }>(() => ({ view: checkView(input, speechNow()) }));
  const set = (part: Partial<CheckInput>) => {
    input = { ...input, ...part };
    store.setState({ view: checkView(input, speechNow()) });
  };

  const deeds = checkDeeds(assistantId, (possible) => set({ deeds: possible }));
  const look = async () => {
    const one = ++looks;
    await runCheck(realSources, assistantId, (check) => {
      // What an earlier look found is no answer to this one.
      if (one === looks) set({ check });
    });
  };

  return {
    ...store,
    actions: {
      again: () => void look(),
      see: (sight) => set({ sees: input.sees === sight ? null : sight }),
      type: (text) => set({ text }),
      goOn: (to) => void carryOn(to).catch(() => undefined),
      // What was allowed in the click is looked at next.
      act: (deed) => void deeds.act(deed).then((isNew) => (isNew ? look() : undefined)),
    },
    start() {
      let isOver = false;
      const begin = async () => {
        // These bring the person's own pages along: before, nobody knows whom the id of one is about.
        const options = await optionsItem.read().catch(() => DEFAULT_OPTIONS);
        if (isOver) return;
        set({ options });
        void deeds.lookAround();
        void look();
      };
      // First listen, then read: a change in between must not be overwritten by what was read before it.
      const stop = statusItem.watch((status) => set({ status }));
      void statusItem.read().then((status) => {
        if (input.status === EMPTY_STATUS) set({ status });
      });
      void begin();
      return () => {
        isOver = true;
        looks++;
        stop();
      };
    },
  };
}
