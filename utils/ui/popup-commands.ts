import { assistantOf } from '@/utils/assistants/assistants';
import { chatPatterns, statusPatterns } from '@/utils/assistants/hosts';
import * as clock from '@/utils/browser/clock';
import { openOptions } from '@/utils/browser/open-options';
import { dropAccess, dropEvidence, requestAccess, requestEvidence } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import { optionsItem } from '@/utils/browser/storage';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMessage } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import { carryOn } from './carry-on';
import type { PopupActions } from './popup-actions';
import { NOTICE_HOURS } from './popup-watched';

/** What it changes comes back through storage; if nobody hears it, nothing changes, and that is seen. */
const tell = (message: PageMessage): void => void sendToBackground(message).catch(() => null);

async function writeWatched(id: AssistantId, isOn: boolean): Promise<void> {
  // Read anew: another window may have chosen since.
  const options = await optionsItem.read();
  const others = options.watched.filter((one) => one !== id);
  if (!isOn || others.length === options.watched.length) {
    await optionsItem.write({ ...options, watched: isOn ? [...others, id] : others });
  }
  // Whoever is new has not been read yet.
  if (isOn) tell({ type: 'opened' });
}

/** Read anew, as above. */
async function writeOptions(over: Partial<Options>): Promise<void> {
  await optionsItem.write({ ...(await optionsItem.read()), ...over });
}

async function writeCounted(id: AssistantId, partId: string, counts: boolean): Promise<void> {
  const { parts } = await optionsItem.read();
  const others = (parts[id] ?? []).filter((one) => one !== partId);
  await writeOptions({ parts: { ...parts, [id]: counts ? [...others, partId] : others } });
}

const bannerPatterns = (id: AssistantId, console: string | null): string[] =>
  console === null ? chatPatterns(assistantOf(id)) : [`https://${console}/*`];

/** What the popup asks of the browser and the background. */
export const popupCommands: Omit<PopupActions, 'refresh' | 'toggle'> = {
  openOptions: () => void openOptions().catch(() => null),
  continueIn: (id) => void carryOn(id).catch(() => null),
  // A refusal changes nothing; a grant or its end comes back through `watchAccess`.
  allowBanners: (id, console) => void requestAccess(bannerPatterns(id, console)).catch(() => false),
  dropBanners: (id, console) => void dropAccess(bannerPatterns(id, console)).catch(() => false),
  allowReading: (id) => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
  allowEvidence: () => void requestEvidence().catch(() => false),
  dropEvidence: () => void dropEvidence().catch(() => false),
  setWatched: (id, isOn) => void writeWatched(id, isOn).catch(() => null),
  setCounted: (id, partId, counts) => void writeCounted(id, partId, counts).catch(() => null),
  setMaintenanceNotice: (isOn) =>
    void writeOptions({ maintenanceNoticeHours: isOn ? NOTICE_HOURS : null }).catch(() => null),
  setKeeping: (isOn) => void writeOptions({ keepsDrafts: isOn }).catch(() => null),
  snooze: (assistantId, forMs) =>
    tell({ type: 'snooze', assistantId, untilMs: forMs === null ? null : clock.now() + forMs }),
  discardCarry: () => tell({ type: 'discard-carry' }),
  react: (assistantId, says) => tell({ type: 'react', assistantId, says }),
  awaitRecovery: (assistantId, awaits) => tell({ type: 'await-recovery', assistantId, awaits }),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
};
