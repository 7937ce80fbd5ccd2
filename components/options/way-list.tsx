import { useEffect, useRef, useState } from 'react';
import type { WayId } from '@/utils/model/way';
import type { OptionsActions } from '@/utils/ui/options-actions';
import type { PlanBWay } from '@/utils/ui/plan-b-way';
import { WayRow } from './way-row';

/** What was pressed in which order; the new order comes through storage, a moment later. */
interface Pressed {
  order: string;
  id: WayId;
  /** Null: it was taken out. */
  by: -1 | 1 | null;
}

/** The plan in its order. Whoever changes it keeps their place, and hears where a way is that was moved. */
export function WayList({ ways, actions }: { ways: PlanBWay[]; actions: OptionsActions }) {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<Pressed | null>(null);
  const [said, setSaid] = useState('');
  const order = ways.map(({ wayId }) => wayId).join();

  useEffect(() => {
    const press = pressed.current;
    if (press === null || press.order === order) return;
    pressed.current = null;
    // An element that is put elsewhere in the page, or taken out of it, loses the focus.
    const at = press.order.split(',').indexOf(press.id);
    const neighbour = list.current?.children[Math.min(at, ways.length - 1)];
    const button =
      press.by === null
        ? neighbour?.querySelector<HTMLElement>('[data-leave]')
        : list.current?.querySelector<HTMLElement>(`[data-move="${press.id} ${press.by}"]`);
    button?.focus();
    setSaid(ways.find(({ wayId }) => wayId === press.id)?.position ?? '');
  });

  const move = (id: WayId, by: -1 | 1) => {
    pressed.current = { order, id, by };
    actions.moveWay(id, by);
  };
  const leaveOut = (id: WayId) => {
    pressed.current = { order, id, by: null };
    actions.leaveOut(id);
  };
  return (
    <>
      <ol className="plan" ref={list}>
        {ways.map((way) => (
          <WayRow
            key={way.wayId}
            way={way}
            actions={actions}
            onMove={(by) => move(way.wayId, by)}
            onLeaveOut={() => leaveOut(way.wayId)}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}
