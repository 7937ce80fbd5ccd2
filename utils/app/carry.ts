import { assistantOf } from '@/utils/assistants/assistants';
import { assistantAt, chatPatterns } from '@/utils/assistants/hosts';
import type { AssistantId } from '@/utils/model/assistant';
import { CARRY_OUTCOMES, type Carry, type CarryOrder, type CarryOutcome, type Draft } from '@/utils/model/carry';
import { isExpired, planCarry } from '@/utils/rules/plan-carry';
import type { Ports } from './ports';

/** Opens another assistant and lets the draft follow, by the best way that there is. */
export async function startCarry(ports: Ports, to: AssistantId, draft: Draft | null): Promise<void> {
  const target = assistantOf(to);
  const isGranted = await ports.hasAccess(chatPatterns(target));
  const plan = planCarry({ target, text: draft?.text ?? '', isGranted });
  const opened = await ports.openTab(plan.url);
  if (draft === null) return;
  // Kept whatever the way is: should the other site lose it, it can be had again.
  const tabId = plan.way === 'fill' ? opened : null;
  await ports.writeCarry({ ...draft, to, startedAt: ports.now(), tabId });
}

/** The draft that is still of use; one that is not is forgotten at the first look, and there is one with each round. */
export async function carryOf(ports: Ports): Promise<Carry | null> {
  const carry = await ports.readCarry();
  if (carry === null || !isExpired(carry, ports.now())) return carry;
  await ports.writeCarry(null);
  return null;
}

/** Whether this tab, now on this page, is the one that was opened for the draft. */
function isFor(carry: Carry | null, tabId: number, address: string): carry is Carry {
  return carry !== null && carry.tabId === tabId && assistantAt(address)?.id === carry.to;
}

/** A page has loaded: if it is the one that a draft was meant for, the script follows. Sign-in pages come and go before. */
export async function arrive(ports: Ports, tabId: number, address: string): Promise<void> {
  const carry = await carryOf(ports);
  if (isFor(carry, tabId, address)) await ports.injectCarry(tabId);
}

/** What the script in the tab is to do; null when that tab has nothing to ask for. */
export async function carryOrder(ports: Ports, tabId: number, address: string): Promise<CarryOrder | null> {
  const carry = await carryOf(ports);
  if (!isFor(carry, tabId, address)) return null;
  const { t } = ports.speech();
  const name = assistantOf(carry.from).name;
  const said = Object.fromEntries(CARRY_OUTCOMES.map((outcome) => [outcome, t(`carry_${outcome}`, name)]));
  return {
    text: carry.text,
    hints: assistantOf(carry.to).composerHints,
    said: said as Record<CarryOutcome, string>,
    labels: { region: t('extension_short_name'), close: t('carry_close') },
  };
}

/** Once it has arrived it is forgotten; else it is kept, but given to no page again. */
export async function endCarry(ports: Ports, tabId: number, address: string, outcome: CarryOutcome): Promise<null> {
  const carry = await carryOf(ports);
  if (!isFor(carry, tabId, address)) return null;
  const hasArrived = outcome === 'exact' || outcome === 'attached';
  await ports.writeCarry(hasArrived ? null : { ...carry, tabId: null });
  return null;
}
