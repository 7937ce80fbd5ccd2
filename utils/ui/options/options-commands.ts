import { dropAccess, requestAccess } from '@/utils/browser/permissions';
import { withLoudness, withQuietHours } from '@/utils/rules/change-notices';
import { withWatchedMove } from '@/utils/rules/change-watched';
import { changeOptions } from '@/utils/ui/change-options';
import { type ChoiceActions, choiceCommands } from '@/utils/ui/choice-commands';
import { tellBackground } from '@/utils/ui/tell-background';
import type { NoticeActions, WatchingActions } from './options-actions';

/** What the sections but "Plan B" ask of the browser and the background. A refusal changes nothing; a grant comes back through `watchAccess`. */
export const optionsCommands: ChoiceActions & WatchingActions & NoticeActions = {
  ...choiceCommands,
  moveWatched: (id, by) => void changeOptions((options) => withWatchedMove(options, id, by)),
  allowSite: (pattern) => void requestAccess([pattern]).catch(() => false),
  dropSite: (pattern) => void dropAccess([pattern]).catch(() => false),
  setLoudness: (id, over) => void changeOptions((options) => withLoudness(options, id, over)),
  setQuietHours: (over) => void changeOptions((options) => withQuietHours(options, over)),
  endSnooze: (assistantId) => tellBackground({ type: 'snooze', assistantId, untilMs: null }),
};
