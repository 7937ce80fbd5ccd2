import { onWebRequestEvent } from '@/utils/app/evidence';
import { createMutex } from './fake-locks';
import type { FakeBrowser } from './fake-ports';
import { SECOND } from './samples';

/** Where Claude's chat sends a message. */
export const CLAUDE_SEND_URL = 'https://claude.ai/api/organizations/a/chat_conversations/b/completion';

/** Messages to Claude, a second apart, that are answered with these states. A new worker handles each. */
export async function sendToClaude(browser: FakeBrowser, ...statuses: number[]): Promise<void> {
  for (const status of statuses) {
    browser.now += SECOND;
    const request = { id: String(browser.now), url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
    await onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'ended', status, error: null });
  }
}
