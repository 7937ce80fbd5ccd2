import { dropAccess, dropEvidence, requestAccess, requestEvidence } from '@/utils/browser/permissions';
import { withLoudness, withQuietHours } from '@/utils/rules/change-notices';
import { withWatchedMove } from '@/utils/rules/change-watched';
import { changeOptions } from './change-options';
import { copyText } from './copy-text';
import type { DraftActions, NoticeActions, WatchingActions } from './options-actions';
import { NOTICE_HOURS } from './popup-watched';
import { setWatched } from './set-watched';
import { tellBackground } from './tell-background';

/** What the sections but "Plan B" ask of the browser and the background. A refusal changes nothing; a grant comes back through `watchAccess`. */
export const optionsCommands: WatchingActions & NoticeActions & DraftActions = {
  setWatched: (id, isOn) => void setWatched(id, isOn),
  moveWatched: (id, by) => void changeOptions((options) => withWatchedMove(options, id, by)),
  setMaintenanceNotice: (isOn) =>
    void changeOptions((options) => ({ ...options, maintenanceNoticeHours: isOn ? NOTICE_HOURS : null })),
  allowSite: (pattern) => void requestAccess([pattern]).catch(() => false),
  dropSite: (pattern) => void dropAccess([pattern]).catch(() => false),
  allowEvidence: () => void requestEvidence().catch(() => false),
  dropEvidence: () => void dropEvidence().catch(() => false),
  setLoudness: (id, over) => void changeOptions((options) => withLoudness(options, id, over)),
  setQuietHours: (over) => void changeOptions((options) => withQuietHours(options, over)),
  endSnooze: (assistantId) => tellBackground({ type: 'snooze', assistantId, untilMs: null }),
  setKeeping: (isOn) => void changeOptions((options) => ({ ...options, keepsDrafts: isOn })),
  discardKept: (only) => tellBackground({ type: 'discard-kept', only }),
  copy: copyText,
};
