import type { RehearsalOutcome } from '@/utils/model/rehearsal';
import type { WayId } from '@/utils/model/way';
import type { CarryPlan } from '@/utils/rules/plan-carry';
import { activeTransfers } from '@/utils/rules/transfers';
import { startCarry } from './carry';
import { noteRehearsal } from './note-rehearsal';
import type { Ports } from './ports';

const OUTCOMES: Record<CarryPlan['way'], RehearsalOutcome> = {
  open: 'by_hand',
  fill: 'under_way',
  prefill: 'by_address',
  paste: 'by_hand',
  by_hand: 'by_hand',
};

/**
 * Carries a sample by the real way. False when a draft of the person's still waits: the sample is copied and must not
 * take its place on the clipboard. A draft from a private window is not spoken of.
 */
export async function rehearse(ports: Ports, to: WayId): Promise<boolean> {
  const active = activeTransfers(await ports.readTransfers(), ports.now());
  if (active.some(({ from, isPrivate }) => from !== 'sample' && !isPrivate)) return false;
  const text = ports.speech().t('rehearsal_sample');
  const way = await startCarry(ports, to, { from: 'sample', text }, null);
  if (way !== null) await noteRehearsal(ports, to, OUTCOMES[way]);
  return true;
}
