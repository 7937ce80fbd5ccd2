import { filesWords } from '@/utils/i18n/attachment-words';
import type { FilesReply } from '@/utils/model/attachments';
import { carryFor, changeTransfer } from './drafts';
import type { Ports } from './ports';

/**
 * Copies of the files that lay in the composer when the transfer started, for the tab that was opened for it. They pass
 * through memory only. Null if there are none for this tab, or it has got them already.
 */
export async function handOverFiles(
  ports: Ports,
  tabId: number,
  address: string,
  id: number,
): Promise<FilesReply | null> {
  const arrived = await carryFor(ports, tabId, address);
  if (arrived === null || arrived.carry.id !== id) return null;
  const { carry, target, registry } = arrived;
  if (!carry.hasFiles || carry.originTabId === null || carry.from === 'sample') return null;
  // First, so that a script that is injected again does not add the files twice.
  await changeTransfer(ports, id, { hasFiles: false });
  const reading = await ports.readFiles(carry.originTabId, id);
  const names = { from: registry.get(carry.from).name, to: target.name };
  return { files: reading.files, said: filesWords(reading, names, ports.speech()) };
}
