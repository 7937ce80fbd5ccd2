import { useEffect, useRef, useState } from 'react';
import type { WayId } from '@/utils/model/way';
import type { OptionsActions } from '@/utils/ui/options-actions';
import type { PlanBWay } from '@/utils/ui/plan-b-way';
import { WayRow } from './way-row';

interface Moved {
  id: WayId;
  by: -1 | 1;
  /** The order that it was moved in. */
  from: string;
}

/** The plan in its order. Whoever moves a way keeps the focus on the button, and hears where it is now. */
export function WayList({ ways, actions }: { ways: PlanBWay[]; actions: OptionsActions }) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<Moved | null>(null);
  const [said, setSaid] = useState('');
  const order = ways.map(({ wayId }) => wayId).join();

  useEffect(() => {
    const { id, by, from } = moved.current ?? {};
    if (id === undefined || from === order) return;
    moved.current = null;
    // An element that is put elsewhere in the page loses the focus.
    list.current?.querySelector<HTMLElement>(`[data-move="${id} ${by}"]`)?.focus();
    setSaid(ways.find(({ wayId }) => wayId === id)?.position ?? '');
  });

  const move = (id: WayId, by: -1 | 1) => {
    moved.current = { id, by, from: order };
    actions.moveWay(id, by);
  };
  return (
    <>
      <ol className="plan" ref={list}>
        {ways.map((way) => (
          <WayRow key={way.wayId} way={way} actions={actions} onMove={(by) => move(way.wayId, by)} />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}
