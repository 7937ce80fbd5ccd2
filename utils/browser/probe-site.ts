import type { SiteProbe } from '@/utils/model/diagnosis';
import { hasAccess } from './permissions';

const TIMEOUT_MS = 10_000;

/**
 * Requests the address of a chat site without cookies, referrer or cache, and without following redirects. Reads only the
 * status of the response. Never rejects.
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
    // A redirect is opaque: its status reads 0.
    const status = response.type === 'opaqueredirect' ? null : response.status;
    await response.body?.cancel();
    return { kind: 'answered', status };
  } catch {
    return { kind: 'silent' };
  }
}
