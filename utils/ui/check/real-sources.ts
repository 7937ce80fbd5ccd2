import * as clock from '@/utils/browser/clock';
import { readEvidence } from '@/utils/browser/evidence-store';
import { probeSite } from '@/utils/browser/probe-site';
import { sendToBackground } from '@/utils/browser/send';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { withPatience } from '@/utils/browser/with-patience';
import type { AssistantId } from '@/utils/model/assistant';
import type { CheckSources } from './run-check';

/** A worker may be stopped in the middle of it; then the next one is asked, once. */
async function look(ids: readonly AssistantId[]): Promise<null> {
  const message = { type: 'look' as const, assistantIds: [...ids] };
  return sendToBackground(message).catch(() => sendToBackground(message));
}

/** The browser itself, as "Is it me?" needs it. Status pages are read by the background alone. */
export const realSources: CheckSources = {
  now: clock.now,
  isOnline: () => navigator.onLine,
  readOptions: optionsItem.read,
  readStatus: statusItem.read,
  readEvidence,
  look,
  probeSite,
  withPatience,
};
