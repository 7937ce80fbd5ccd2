import browser from 'webextension-polyfill';
import type { Grants } from '@/utils/model/grants';

/** Whether every one of these match patterns was granted. */
export function hasAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/** All that is granted now, also what was there since install. */
export async function readGrants(): Promise<Grants> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  return { origins, hasEvidence: permissions.includes('webRequest') };
}

/** A pattern of one host. Chromium writes a star in a host as `%2A`, see `model/address.ts`. */
const ONE_HOST = /^https?:\/\/[^/*%]+\//;

/**
 * Asks the person. Must be called in a click, before anything is awaited; false when they say no, and when a pattern names
 * more than one host: the wide patterns of the manifest exist only so that single hosts can be asked for.
 */
export async function requestAccess(patterns: readonly string[]): Promise<boolean> {
  if (!patterns.every((pattern) => ONE_HOST.test(pattern))) return false;
  return browser.permissions.request({ origins: [...patterns] });
}

/** Takes back what was granted. */
export function dropAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** Whether we may see what becomes of requests to granted hosts. */
export function hasEvidence(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['webRequest'] });
}

/** Asks for it. In the click itself, as above. */
export function requestEvidence(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['webRequest'] });
}

export function dropEvidence(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['webRequest'] });
}

/** Takes back all that was granted since install. */
export async function dropEverything(): Promise<void> {
  const { origins, hasEvidence: canSeeRequests } = await readGrants();
  await browser.permissions.remove({ origins: [...origins], permissions: canSeeRequests ? ['webRequest'] : [] });
}

/** Calls back whenever something is granted or taken back; returns how to stop. */
export function watchAccess(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}
