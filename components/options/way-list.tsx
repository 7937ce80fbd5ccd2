import { useRef } from 'react';
import type { WayId } from '@/utils/model/way';
import type { PlanBActions } from '@/utils/ui/options/options-actions';
import type { PlanBWay } from '@/utils/ui/options/plan-b-way';
import { moveButtonOf } from './order-buttons';
import { useDrag } from './use-drag';
import { useKeptFocus } from './use-kept-focus';
import { WayRow } from './way-row';

/** The plan in its order. */
export function WayList({ ways, actions }: { ways: PlanBWay[]; actions: PlanBActions }) {
  const list = useRef<HTMLOListElement>(null);
  const order = ways.map(({ wayId }) => wayId).join();
  const positionOf = (id: string) => ways.find(({ wayId }) => wayId === id)?.order?.position ?? '';
  const { said, press } = useKeptFocus(list, order, positionOf);
  const { handle, look } = useDrag(list, (from, by) => {
    const dragged = ways[from];
    if (dragged !== undefined) actions.moveWay(dragged.wayId, by);
  });
  const move = (id: WayId, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    actions.moveWay(id, by);
  };
  const leaveOut = (id: WayId, index: number) => {
    press(id, `li:nth-child(${Math.min(index + 1, ways.length - 1)}) [data-leave]`);
    actions.leaveOut(id);
  };
  return (
    <>
      <ol className="plan" ref={list}>
        {ways.map((way, index) => (
          <WayRow
            key={way.wayId}
            way={way}
            look={look(index)}
            handle={handle(index)}
            actions={actions}
            onMove={(by) => move(way.wayId, by)}
            onLeaveOut={() => leaveOut(way.wayId, index)}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}
