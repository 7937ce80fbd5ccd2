import { assistantOf } from '@/utils/assistants/everyone';
import { isAtWay, type WayTarget, wayTarget } from '@/utils/assistants/way-target';
import { CARRY_OUTCOMES, type Carry, type CarryOrder, type CarryOutcome, type Draft } from '@/utils/model/carry';
import type { WayId } from '@/utils/model/way';
import { type CarryPlan, isExpired, planCarry } from '@/utils/rules/plan-carry';
import { directionOf } from '@/utils/words/direction-of';
import { forgetPutBack } from './keep-draft';
import { noteRehearsal } from './note-rehearsal';
import type { Ports } from './ports';

/** A draft is kept whatever its way is: should the other site lose it, it can be had again. A sample need not be. */
const keep = (ports: Ports, carry: Carry): Promise<void> =>
  ports.writeCarry(carry.from === 'sample' && carry.tabId === null ? null : carry);

/** Opens where the person goes on and lets the draft follow, by the best way that there is; null when that is gone. */
export async function startCarry(ports: Ports, to: WayId, draft: Draft | null): Promise<CarryPlan['way'] | null> {
  const target = wayTarget(to, (await ports.readOptions()).ownChats);
  if (target === null) return null;
  const isGranted = await ports.hasAccess(target.patterns);
  const plan = planCarry({ target, text: draft?.text ?? '', isGranted });
  const carry = draft === null ? null : { ...draft, to, startedAt: ports.now(), tabId: null };
  // First of all: a tab may be refused, and this worker may end with the click.
  if (carry !== null) await keep(ports, carry);
  const tabId = plan.url === null ? null : await ports.openTab(plan.url);
  if (carry !== null && plan.way === 'fill') await keep(ports, { ...carry, tabId });
  return plan.way;
}

/** The draft that is still of use; one that is not is forgotten at the first look, and there is one with each round. */
export async function carryOf(ports: Ports): Promise<Carry | null> {
  const carry = await ports.readCarry();
  if (carry === null || !isExpired(carry, ports.now())) return carry;
  await ports.writeCarry(null);
  return null;
}

/** The draft for which this tab was opened and where it is meant to go, once the tab has come there and may be filled in. */
async function carryFor(
  ports: Ports,
  tabId: number,
  address: string,
): Promise<{ carry: Carry; target: WayTarget } | null> {
  const carry = await carryOf(ports);
  if (carry === null || carry.tabId !== tabId) return null;
  const { ownChats } = await ports.readOptions();
  const target = wayTarget(carry.to, ownChats);
  if (target === null || !isAtWay(carry.to, address, ownChats)) return null;
  return (await ports.hasAccess(target.patterns)) ? { carry, target } : null;
}

/** A page has loaded: if it is the one that a draft was meant for, the script follows. Sign-in pages come and go before. */
export async function arrive(ports: Ports, tabId: number, address: string): Promise<void> {
  if ((await carryFor(ports, tabId, address)) !== null) await ports.injectCarry(tabId);
}

/** What the script in the tab is to do; null when that tab has nothing to ask for. */
export async function carryOrder(ports: Ports, tabId: number, address: string): Promise<CarryOrder | null> {
  const arrived = await carryFor(ports, tabId, address);
  if (arrived === null) return null;
  const { carry, target } = arrived;
  const { t } = ports.speech();
  const name = carry.from === 'sample' ? t('extension_short_name') : assistantOf(carry.from).name;
  const way = carry.from === carry.to ? 'put_back' : 'carry';
  const said = Object.fromEntries(CARRY_OUTCOMES.map((outcome) => [outcome, t(`${way}_${outcome}`, name)]));
  return {
    text: carry.text,
    hints: target.composerHints,
    said: said as Record<CarryOutcome, string>,
    labels: {
      region: t('extension_short_name'),
      close: t('carry_close'),
      direction: directionOf(t('popup_language')),
    },
  };
}

/** Once it has arrived it is forgotten; else it is kept, but given to no page again. */
export async function endCarry(ports: Ports, tabId: number, address: string, outcome: CarryOutcome): Promise<null> {
  const arrived = await carryFor(ports, tabId, address);
  if (arrived === null) return null;
  const hasArrived = outcome === 'exact' || outcome === 'attached';
  const { carry } = arrived;
  await (hasArrived ? ports.writeCarry(null) : keep(ports, { ...carry, tabId: null }));
  if (carry.from === 'sample') await noteRehearsal(ports, carry.to, outcome);
  else if (hasArrived && carry.from === carry.to) await forgetPutBack(ports, carry, carry.from);
  return null;
}
