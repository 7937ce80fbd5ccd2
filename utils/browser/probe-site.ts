import type { SiteProbe } from '@/utils/model/diagnosis';
import { hasAccess } from './permissions';

const TIMEOUT_MS = 10_000;

/**
 * Opens a chat site's address as a stranger would: no cookies, no referrer, not from the cache, and where it sends
 * on to is not followed. Of the answer only the status is read. Never rejects.
 */
export async function probeSite(url: string): Promise<SiteProbe> {
  if (!(await hasAccess([`${new URL(url).origin}/*`]))) return { kind: 'not_allowed' };
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // An answer that sends on is opaque: its status reads 0.
    const status = response.type === 'opaqueredirect' ? null : response.status;
    await response.body?.cancel();
    return { kind: 'answered', status };
  } catch {
    return { kind: 'silent' };
  }
}
