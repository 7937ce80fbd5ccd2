import type { AssistantId } from '@/utils/model/assistant';

/** What was granted; absent while that is not known, and then nothing is offered. */
export interface PopupAccess {
  /** Chat sites. */
  chats: Partial<Record<AssistantId, boolean>>;
  /** Consoles that belong to parts which the person counts, by host. */
  consoles?: Readonly<Record<string, boolean>>;
  /** Hosts of status pages that let nobody read them without. */
  pages: Partial<Record<AssistantId, boolean>>;
  /** What becomes of requests; null while that is not known. */
  evidence: boolean | null;
}

export const ACCESS_NOT_KNOWN: PopupAccess = { chats: {}, pages: {}, evidence: null };

/** Nobody said yes to a banner yet, so what it is stands open. */
export function isBannerless({ chats }: PopupAccess): boolean {
  return Object.values(chats).every((isGranted) => !isGranted);
}
