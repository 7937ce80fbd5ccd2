import { readEvidence } from '@/utils/browser/evidence-store';
import { readDrafts, watchDrafts } from '@/utils/browser/kept-draft-store';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';

/** Calls back with what is kept now and from now on; returns how to stop. */
export function followKept(onChange: (memory: KeptMemory) => void): () => void {
  const update = () => {
    // A browser that refuses the database keeps none.
    Promise.all([readDrafts(), readEvidence()]).then(
      ([drafts, { events }]) => onChange({ drafts, events }),
      () => undefined,
    );
  };
  update();
  return watchDrafts(update);
}
