import { chatAt } from '@/utils/assistants/at-address';
import { assistantOf } from '@/utils/assistants/everyone';
import { chatPatterns } from '@/utils/assistants/patterns';
import { openTab } from '@/utils/browser/chat-tabs';
import { hasAccess, requestAccess } from '@/utils/browser/permissions';
import { findTab, reloadTab } from '@/utils/browser/reload-tab';
import { sendToBackground } from '@/utils/browser/send';
import { hasTypedText } from '@/utils/browser/typed-text';
import type { AssistantId } from '@/utils/model/assistant';
import { homeOf } from '@/utils/model/home-of';
import type { CheckDeed } from './check-advice';

export interface CheckDeeds {
  /** Finds out what can be done here. */
  lookAround(): Promise<void>;
  /** Must be called in the click itself. True when more can be looked at than before. Never rejects. */
  act(deed: CheckDeed): Promise<boolean>;
}

/** What the buttons of "Is it me?" do; calls back with those that have something to do. */
export function checkDeeds(assistantId: AssistantId, onPossible: (deeds: ReadonlySet<CheckDeed>) => void): CheckDeeds {
  // Asked for each time: who a page of the person's own is, is known once options were read.
  const assistant = () => assistantOf(assistantId);
  const patterns = () => chatPatterns(assistant());
  let chatTab: number | null = null;
  let possible: ReadonlySet<CheckDeed> = new Set();
  const offer = (deeds: Iterable<CheckDeed>) => {
    possible = new Set(deeds);
    onPossible(possible);
  };

  const lookAround = async () => {
    const isOwn = (address: string) => chatAt(address)?.id === assistantId;
    const [tab, isAllowed] = await Promise.all([findTab(isOwn), hasAccess(patterns())]).catch(
      () => [null, true] as const,
    );
    chatTab = tab;
    const deeds: CheckDeed[] = ['sign_in', 'await_recovery'];
    if (tab !== null) deeds.push('reload');
    if (!isAllowed) deeds.push('allow_site');
    offer(deeds);
  };
  const reload = async () => {
    if (chatTab === null) return;
    if (await hasTypedText(chatTab, assistant().composerHints)) offer([...possible, 'reload_anyway']);
    else await reloadTab(chatTab);
  };
  const reloadAnyway = async () => {
    if (chatTab === null) return;
    await reloadTab(chatTab);
    // What is typed from now on is another text: it is looked for again.
    offer([...possible].filter((deed) => deed !== 'reload_anyway'));
  };
  const signIn = async () => {
    const home = homeOf(assistant());
    if (home !== null) await openTab(home);
  };
  const acts: Record<CheckDeed, () => Promise<unknown>> = {
    reload,
    reload_anyway: reloadAnyway,
    sign_in: signIn,
    allow_site: () => requestAccess(patterns()),
    await_recovery: () => sendToBackground({ type: 'await-recovery', assistantId, awaits: { bringsForward: false } }),
  };
  return {
    lookAround,
    async act(deed) {
      const outcome = await acts[deed]().catch(() => false);
      if (deed !== 'allow_site' || outcome !== true) return false;
      await lookAround();
      return true;
    },
  };
}
