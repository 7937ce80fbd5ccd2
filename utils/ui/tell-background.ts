import { sendToBackground } from '@/utils/browser/send';
import type { PageMessage } from '@/utils/model/messages';

/** What it changes comes back through storage; if nobody hears it, nothing changes, and that is seen. */
export function tellBackground(message: PageMessage): void {
  void sendToBackground(message).catch(() => null);
}
