import { hasAccess } from './permissions';
import { readResponse } from './response';

/**
 * Reads one document of a source of a second opinion, without cookies, referrer or cache, and without following redirects.
 * Null where there is none. Rejects when it is aborted or the host does not respond.
 */
export async function readOpinion(url: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal,
  });
  if (response.type === 'opaqueredirect') return null;
  const fetched = await readResponse(response, 0);
  return fetched.ok ? fetched.body : null;
}

/** Whether a source may be read. */
export const mayReadOpinion = (host: string): Promise<boolean> => hasAccess([`https://${host}/*`]).catch(() => false);
