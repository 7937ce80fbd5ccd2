import type { RehearsalOutcome } from '@/utils/model/rehearsal';
import type { WayId } from '@/utils/model/way';
import type { CarryPlan } from '@/utils/rules/plan-carry';
import { carryOf, startCarry } from './carry';
import { noteRehearsal } from './note-rehearsal';
import type { Ports } from './ports';

const OUTCOMES: Record<CarryPlan['way'], RehearsalOutcome> = {
  open: 'by_hand',
  fill: 'under_way',
  prefill: 'by_address',
  paste: 'by_hand',
  by_hand: 'by_hand',
};

/** Carries a sample by the real way. False when a draft of the person's still waits: a sample must not take its place. */
export async function rehearse(ports: Ports, to: WayId): Promise<boolean> {
  const waiting = await carryOf(ports);
  if (waiting !== null && waiting.from !== 'sample') return false;
  const text = ports.speech().t('rehearsal_sample');
  const way = await startCarry(ports, to, { from: 'sample', text });
  if (way !== null) await noteRehearsal(ports, to, OUTCOMES[way]);
  return true;
}
