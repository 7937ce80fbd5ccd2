import { assistantOf } from '@/utils/assistants/everyone';
import { isAtWay, type WayTarget, wayTarget } from '@/utils/assistants/way-target';
import {
  CARRY_OUTCOMES,
  type Carry,
  type CarryOrder,
  type CarryOutcome,
  type Draft,
  type Origin,
} from '@/utils/model/carry';
import type { WayId } from '@/utils/model/way';
import { type CarryPlan, planCarry } from '@/utils/rules/plan-carry';
import { activeTransfers } from '@/utils/rules/transfers';
import { directionOf } from '@/utils/words/direction-of';
import { forgetPutBack } from './keep-draft';
import { noteRehearsal } from './note-rehearsal';
import type { Ports } from './ports';
import { addTransfer, changeTransfer, discardTransfer, tidyTransfers } from './transfers';

/**
 * Opens where the person goes on and lets the draft follow, by the best way that there is. Null when nothing was
 * opened for this press: the way is gone, or it is the second press of two. A store that fails costs the transfer, not
 * the tab: the text is on the clipboard, too.
 */
export async function startCarry(
  ports: Ports,
  to: WayId,
  draft: Draft | null,
  origin: Origin | null,
): Promise<CarryPlan['way'] | null> {
  const target = wayTarget(to, (await ports.readOptions()).ownChats);
  if (target === null) return null;
  const isGranted = await ports.hasAccess(target.patterns);
  const plan = planCarry({ target, text: draft?.text ?? '', isGranted });
  // A sample that no page is given need not wait anywhere.
  const isKept = draft !== null && (draft.from !== 'sample' || plan.way === 'fill');
  const carry = {
    from: draft?.from ?? 'sample',
    to,
    text: isKept ? draft.text : '',
    hasFiles: draft?.hasFiles,
    startedAt: ports.now(),
    tabId: null,
    originTabId: origin?.tabId ?? null,
    isPrivate: origin?.isPrivate ?? false,
  };
  // First of all: a tab may be refused, and this worker may end with the click.
  const added = await addTransfer(ports, carry).catch(() => null);
  if (added?.kind === 'second_press') return null;
  const tabId = plan.url === null ? null : await ports.openTab(plan.url, origin);
  if (added !== null && plan.way === 'fill') {
    // Where the browser did not name the tab, a sample waits for nothing.
    const text = tabId === null && carry.from === 'sample' ? '' : carry.text;
    await changeTransfer(ports, added.id, { tabId, text }).catch(() => undefined);
  }
  return plan.way;
}

/** The oldest transfer into this tab and where it is meant to go, once the tab has come there and may be filled in. */
async function carryFor(
  ports: Ports,
  tabId: number,
  address: string,
): Promise<{ carry: Carry; target: WayTarget } | null> {
  const { ownChats } = await ports.readOptions();
  const stored = await ports.readTransfers();
  const active = activeTransfers(stored, ports.now());
  if (active.length < stored.length) await tidyTransfers(ports);
  const carry = active.find((one) => one.tabId === tabId && one.text !== '' && isAtWay(one.to, address, ownChats));
  if (carry === undefined) return null;
  const target = wayTarget(carry.to, ownChats);
  if (target === null) return null;
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
  const files = carry.hasFiles ? [t('carry_files_stay', name)] : [];
  const said = Object.fromEntries(
    CARRY_OUTCOMES.map((outcome) => [outcome, [t(`${way}_${outcome}`, name), ...files].join(' ')]),
  );
  return {
    id: carry.id,
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
export async function endCarry(
  ports: Ports,
  tabId: number,
  address: string,
  { id, outcome }: { id: number; outcome: CarryOutcome },
): Promise<null> {
  const arrived = await carryFor(ports, tabId, address);
  // A script may report only on the transfer that its tab was given.
  if (arrived === null || arrived.carry.id !== id) return null;
  const hasArrived = outcome === 'exact' || outcome === 'attached';
  const { carry } = arrived;
  if (hasArrived || carry.from === 'sample') await discardTransfer(ports, id);
  else await changeTransfer(ports, id, { tabId: null });
  if (carry.from === 'sample') await noteRehearsal(ports, carry.to, outcome);
  else if (hasArrived && carry.from === carry.to) await forgetPutBack(ports, carry, carry.from);
  return null;
}
