import { useEffect, useRef } from 'react';
import { paintGlance } from '@/components/glance/paint-glance';
import { popupGlance } from '@/utils/ui/popup/glance';
import { popupView } from '@/utils/ui/popup/view';
import type { GlanceState } from './gallery-state';
import { MINUTE, NOW } from './moments';
import { GRANTED } from './pieces';
import { speechAt } from './speech';

/** The popup's snapshot before the page replaces it. */
export function GlanceStage({ state }: { state: GlanceState }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { status, options, isPast } = state;
    const speech = speechAt(NOW);
    const view = popupView({ status, options, access: GRANTED, version: '0.1.0' }, speech);
    const place = { width: 380, above: 0, between: 0, rowHeights: [], height: 0 };
    const glance = popupGlance(view, { status, options }, place, speech);
    if (root.current !== null) paintGlance(glance, isPast ? NOW + 60 * MINUTE : NOW, root.current);
  }, [state]);
  // The snapshot is hidden from screen readers; this represents the page that follows it.
  return (
    <main>
      <h1 className="unseen">Understudy</h1>
      <div ref={root} />
    </main>
  );
}
