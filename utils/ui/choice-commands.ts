import { dropEvidence, requestEvidence } from '@/utils/browser/permissions';
import type { AssistantId } from '@/utils/model/assistant';
import { changeOptions } from './change-options';
import { copyText } from './copy-text';
import { NOTICE_HOURS } from './notice-hours';
import { setWatched } from './set-watched';
import { tellBackground } from './tell-background';

/** What a person can choose in the popup and on the options page alike. None throws. */
export interface ChoiceActions {
  setWatched(id: AssistantId, isOn: boolean): void;
  /** To be told some hours before a maintenance, or not. */
  setMaintenanceNotice(isOn: boolean): void;
  /** To keep what is typed while there is trouble, or not: then what was kept is erased. */
  setKeeping(isOn: boolean): void;
  /** To notice failing messages, or no longer. Must be called in the click itself: browsers grant nothing later. */
  allowEvidence(): void;
  dropEvidence(): void;
  /** What was typed at that moment is needed no more; null: all that is kept. */
  discardKept(only: { assistantId: AssistantId; at: number } | null): void;
  /** In the click itself. Tells whether it worked. */
  copy(text: string): Promise<boolean>;
}

/** A refusal changes nothing; a grant or its end comes back through `watchAccess`. */
export const choiceCommands: ChoiceActions = {
  setWatched: (id, isOn) => void setWatched(id, isOn),
  setMaintenanceNotice: (isOn) =>
    void changeOptions((options) => ({ ...options, maintenanceNoticeHours: isOn ? NOTICE_HOURS : null })),
  setKeeping: (isOn) => void changeOptions((options) => ({ ...options, keepsDrafts: isOn })),
  allowEvidence: () => void requestEvidence().catch(() => false),
  dropEvidence: () => void dropEvidence().catch(() => false),
  discardKept: (only) => tellBackground({ type: 'discard-kept', only }),
  copy: copyText,
};
