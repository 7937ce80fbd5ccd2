import { inOptionsTurn } from '@/utils/browser/options-turn';
import { readChosen } from '@/utils/browser/storage';
import {
  clearSynced,
  hasSync,
  readSyncedAt,
  readSyncState,
  readUnreadable,
  sendSynced,
  takeSynced,
  writeSyncState,
} from '@/utils/browser/synced-options';
import { SYNC_OFF, type SyncReport } from '@/utils/model/sync';
import { planSending } from '@/utils/rules/plan-sending';

async function meet(): Promise<SyncReport> {
  const { isOn } = await readSyncState();
  const report: SyncReport = { ...SYNC_OFF, isOffered: hasSync(), isOn };
  if (!isOn) return report;
  try {
    await takeSynced();
    const [{ chosenAt }, options, syncedAt, unreadable] = await Promise.all([
      readSyncState(),
      readChosen(),
      readSyncedAt(),
      readUnreadable(),
    ]);
    const { items, tooLarge } = planSending(options, chosenAt, syncedAt, unreadable);
    await sendSynced(items);
    return { ...report, unreadable, tooLarge };
  } catch {
    return { ...report, hasFailed: true };
  }
}

/** Brings both sides together, where the person wants it: of each part what was chosen last. Never rejects. */
export async function syncSettings(): Promise<SyncReport> {
  return (await inOptionsTurn(meet)) ?? SYNC_OFF;
}

/** Off takes nothing back: what lies in the browser's account stays there for the other browsers. */
export async function setSyncing(isOn: boolean): Promise<SyncReport> {
  await inOptionsTurn(async () => writeSyncState({ ...(await readSyncState()), isOn }));
  return syncSettings();
}

/** Takes out what was sent, where syncing is on. False when that did not work. */
export async function forgetSynced(): Promise<boolean> {
  const isDone = await inOptionsTurn(async () => {
    if ((await readSyncState()).isOn) await clearSynced();
    return true;
  });
  return isDone === true;
}
