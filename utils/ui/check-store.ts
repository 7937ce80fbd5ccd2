import { createStore, type StoreApi } from 'zustand/vanilla';
import { readCheck, watchCheck } from '@/utils/browser/check-store';
import * as clock from '@/utils/browser/clock';
import { sendToBackground } from '@/utils/browser/send';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow } from '@/utils/browser/translate';
import type { AssistantId } from '@/utils/model/assistant';
import type { Check } from '@/utils/model/check';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { isForsaken } from '@/utils/rules/check-silence';
import { carryOn } from './carry-on';
import type { CheckActions } from './check-actions';
import { checkDeeds } from './check-deeds';
import { type CheckInput, type CheckView, checkView } from './check-view';

/** How often it is looked whether somebody is still at it. */
const LISTEN_MS = 5_000;

export interface CheckStore extends StoreApi<{ view: CheckView }> {
  actions: CheckActions;
  /** Begins to look, and follows until the returned function is called. */
  start(): () => void;
}

/** Projects what the background finds out. What the person says they see is kept in here, and nowhere else. */
export function createCheckStore(assistantId: AssistantId): CheckStore {
  let input: CheckInput = {
    assistantId,
    course: 'running',
    check: null,
    sees: null,
    text: '',
    status: EMPTY_STATUS,
    options: DEFAULT_OPTIONS,
    deeds: new Set(),
  };
  let begunAt = clock.now();
  const store = createStore<{ view: CheckView }>(() => ({ view: checkView(input, speechNow()) }));
  const set = (part: Partial<CheckInput>) => {
    input = { ...input, ...part };
    store.setState({ view: checkView(input, speechNow()) });
  };

  const deeds = checkDeeds(assistantId, (possible) => set({ deeds: possible }));
  // What an earlier look found is no answer to this one.
  const follow = (check: Check | null) => {
    if (check !== null && check.startedAt >= begunAt) set({ check });
  };
  const look = async () => {
    const at = clock.now();
    begunAt = at;
    set({ check: null, course: 'running' });
    const isHeard = await sendToBackground({ type: 'check', assistantId }).then(
      () => true,
      () => false,
    );
    const found = isHeard ? await readCheck(assistantId) : null;
    // Another look may have begun meanwhile.
    if (begunAt !== at) return;
    follow(found);
    set({ course: input.check?.running === null ? 'done' : 'lost' });
  };
  const giveUp = () => {
    if (input.course === 'running' && isForsaken(input.check, begunAt, clock.now())) set({ course: 'lost' });
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
      const stops = [watchCheck(assistantId, follow), statusItem.watch((status) => set({ status }))];
      void statusItem.read().then((status) => set({ status }));
      void optionsItem.read().then((options) => set({ options }));
      void deeds.lookAround();
      void look();
      const timer = setInterval(giveUp, LISTEN_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
