import { assistantOf } from '@/utils/assistants/everyone';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { openOptions } from '@/utils/browser/open-options';
import { dropAccess, requestAccess } from '@/utils/browser/permissions';
import type { AssistantId } from '@/utils/model/assistant';
import { withCounted } from '@/utils/rules/change-watched';
import { carryOn } from '@/utils/ui/carry-on';
import { changeOptions } from '@/utils/ui/change-options';
import { choiceCommands } from '@/utils/ui/choice-commands';
import { goToPage } from '@/utils/ui/go-to-page';
import { tellBackground } from '@/utils/ui/tell-background';
import type { PopupActions } from './popup-actions';

const bannerPatterns = (id: AssistantId, console: string | null): string[] =>
  console === null ? chatPatterns(assistantOf(id)) : [`https://${console}/*`];

/** What the popup asks of the browser and the background. */
export const popupCommands: Omit<PopupActions, 'refresh' | 'toggle'> = {
  ...choiceCommands,
  openOptions: () => void openOptions().catch(() => null),
  goToPage,
  continueIn: (id) => void carryOn(id).catch(() => null),
  // A refusal changes nothing; a grant or its end comes back through `watchAccess`.
  allowBanners: (id, console) => void requestAccess(bannerPatterns(id, console)).catch(() => false),
  dropBanners: (id, console) => void dropAccess(bannerPatterns(id, console)).catch(() => false),
  allowReading: (id) => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
  setCounted: (id, partId, counts) => void changeOptions((options) => withCounted(options, id, partId, counts)),
  snooze: (assistantId, forMs) =>
    tellBackground({ type: 'snooze', assistantId, untilMs: forMs === null ? null : clock.now() + forMs }),
  discardCarry: (id) => tellBackground({ type: 'discard-carry', id }),
  react: (assistantId, says) => tellBackground({ type: 'react', assistantId, says }),
  awaitRecovery: (assistantId, awaits) => tellBackground({ type: 'await-recovery', assistantId, awaits }),
};
