import { everyone } from '@/utils/assistants/everyone';
import { LOCAL_PATTERNS } from '@/utils/assistants/local-models';
import { wayTarget } from '@/utils/assistants/way-target';
import { requestAccess } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import { translate } from '@/utils/browser/translate';
import type { LocalAnswers } from '@/utils/model/local-answer';
import type { Options } from '@/utils/model/options';
import { LOCAL_MODEL_IDS, MAX_OWN_CHATS } from '@/utils/model/way';
import {
  withAssistant,
  withLocalModel,
  withMove,
  withOwnChat,
  withoutWay,
  withSignedIn,
} from '@/utils/rules/change-plan';
import { checkAddress } from '@/utils/rules/check-address';
import { changeOptions } from '@/utils/ui/change-options';
import type { PlanBActions } from './options-actions';

/** What the commands need of the page that they are given in. */
export interface OptionsPageState {
  options(): Options;
  setFinding(isFinding: boolean): void;
  setLocalAnswers(answers: LocalAnswers): void;
  say(text: string): void;
}

const change = (step: (options: Options) => Options): void => void changeOptions(step);

/** The addresses that are listed already, in the plan or as an assistant's. */
function takenAddresses({ ownChats }: Options): string[] {
  const sites = everyone().flatMap(({ chatSites }) => chatSites.map(({ url }) => url));
  return [...ownChats.map(({ url }) => url), ...sites];
}

async function findLocal(page: OptionsPageState): Promise<void> {
  // Asked first, before anything is awaited. Who says no learns that nothing was asked on the machine.
  const asked = requestAccess(LOCAL_PATTERNS);
  page.setFinding(true);
  try {
    await asked.catch(() => false);
    page.setLocalAnswers(await sendToBackground({ type: 'local-models', ids: [...LOCAL_MODEL_IDS] }));
  } finally {
    page.setFinding(false);
  }
}

/** What the section "Plan B" asks of the browser and the background. */
export function planBCommands(page: OptionsPageState): PlanBActions {
  return {
    moveWay: (id, by) => change((options) => withMove(options, id, by)),
    takeIn: (id) => change((options) => withAssistant(options, id)),
    leaveOut: (id) => change((options) => withoutWay(options, id)),
    setSignedIn: (id, isOn) => change((options) => withSignedIn(options, id, isOn)),
    chooseLocalModel: (id) => change((options) => withLocalModel(options, id)),
    allowFilling(id) {
      const target = wayTarget(id, page.options().ownChats);
      // A refusal changes nothing; a grant comes back through `watchAccess`.
      if (target !== null) void requestAccess(target.patterns).catch(() => false);
    },
    addOwnChat(name, address) {
      if (page.options().ownChats.length >= MAX_OWN_CHATS) return 'too_many';
      const checked = checkAddress(address, takenAddresses(page.options()));
      if (checked.kind === 'good') {
        const { host } = new URL(checked.url);
        change((options) => withOwnChat(options, name.trim() || host, checked.url));
      }
      return checked.kind;
    },
    findLocalModels: () => void findLocal(page).catch(() => null),
    rehearse(to) {
      // As with a real draft: where nothing fills it in, it can be pasted.
      void navigator.clipboard.writeText(translate('rehearsal_sample')).catch(() => null);
      page.say('');
      sendToBackground({ type: 'rehearse', to }).then(
        (isTried) => page.say(isTried ? '' : translate('rehearsal_draft_waits')),
        () => page.say(translate('rehearsal_failed')),
      );
    },
  };
}
