import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import { activeTransfers, isSecondPress, withoutTransfer, withTransfer } from '@/utils/rules/transfers';
import type { Ports } from './ports';

type TransferStep = (active: Carry[]) => Carry[];

/** Changes the stored transfers under the lock, and drops those that have expired. */
async function changeTransfers(ports: Ports, step: TransferStep): Promise<void> {
  await ports.inTurn(async () => {
    const stored = await ports.readTransfers();
    const next = step(activeTransfers(stored, ports.now()));
    const isSame = next.length === stored.length && next.every((one, index) => one === stored[index]);
    if (!isSame) await ports.writeTransfers(next);
  });
}

export type Added = { kind: 'added'; id: number } | { kind: 'second_press' };

/** Stores a new transfer, unless it was started a moment ago. */
export async function addTransfer(ports: Ports, next: Omit<Carry, 'id'>): Promise<Added> {
  let added: Added = { kind: 'second_press' };
  await changeTransfers(ports, (active) => {
    if (isSecondPress(active, next)) return active;
    const { transfers, id } = withTransfer(active, next);
    added = { kind: 'added', id };
    return transfers;
  });
  return added;
}

export const changeTransfer = (ports: Ports, id: number, change: Partial<Carry>): Promise<void> =>
  changeTransfers(ports, (active) => active.map((one) => (one.id === id ? { ...one, ...change } : one)));

/** Starts a transfer into the tab in which it was asked for. What is on its way there already is not started again. */
export async function startPutBack(ports: Ports, from: AssistantId, text: string, tabId: number): Promise<void> {
  await changeTransfers(ports, (active) => {
    if (active.some((one) => one.tabId === tabId && one.to === from && one.text === text)) return active;
    return withTransfer(active, {
      from,
      to: from,
      text,
      startedAt: ports.now(),
      tabId,
      originTabId: tabId,
      isPrivate: false,
    }).transfers;
  });
  await ports.injectCarry(tabId);
}

/** Drops the transfers that have expired. Called every round. */
export const tidyTransfers = (ports: Ports): Promise<void> => changeTransfers(ports, (active) => active);

/** Drops the one that the person no longer needs. */
export async function discardTransfer(ports: Ports, id: number): Promise<null> {
  await changeTransfers(ports, (active) => withoutTransfer(active, id));
  return null;
}
