import { patternOf } from '@/utils/model/address';
import type { SiteProbe } from '@/utils/model/diagnosis';
import { hasAccess } from './permissions';
import { readResponse, request } from './response';

const TIMEOUT_MS = 10_000;

/**
 * Requests the address of a chat site without cookies, referrer or cache, and without following redirects. Reads only the
 * status of the response. Never rejects.
 */
export async function probeSite(url: string): Promise<SiteProbe> {
  // If the permission can't be read, treat it as not granted.
  if (!(await hasAccess([`${new URL(url).origin}/*`]).catch(() => false))) return { kind: 'not_allowed' };
  try {
    const response = await request(url, AbortSignal.timeout(TIMEOUT_MS), 'no-store');
    // A redirect is opaque: its status reads 0.
    const status = response.type === 'opaqueredirect' ? null : response.status;
    await response.body?.cancel();
    return { kind: 'answered', status };
  } catch {
    return { kind: 'silent' };
  }
}

/**
 * Reads one document of a source of a second opinion, without cookies, referrer or cache, and without following redirects.
 * Null where there is none. Rejects when it is aborted or the host does not respond.
 */
export async function readOpinion(url: string, signal: AbortSignal): Promise<string | null> {
  const response = await request(url, signal, 'no-store');
  if (response.type === 'opaqueredirect') return null;
  const fetched = await readResponse(response, 0);
  return fetched.ok ? fetched.body : null;
}

/** Whether a source may be read. */
export const mayReadOpinion = (host: string): Promise<boolean> => hasAccess([patternOf(host)]).catch(() => false);
