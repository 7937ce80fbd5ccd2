import browser from 'webextension-polyfill';
import type { Grants } from '@/utils/model/address';
import type { ReadSource } from './stored-value';

/** Whether all of these match patterns are granted. */
export function hasAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/** All current permissions, including those granted at install. */
export async function readGrants(source: Pick<ReadSource, 'permissions'> = browser): Promise<Grants> {
  const { origins = [], permissions = [] } = await source.permissions.getAll();
  // WebSockets are granted and revoked together with the site of the same host.
  const sites = origins.filter((origin) => !origin.startsWith('wss:'));
  return { origins: sites, hasEvidence: permissions.includes('webRequest') };
}

/** A pattern of one host. Chromium writes a star in a host as `%2A`, see `model/address.ts`. */
const ONE_HOST = /^(?:https?|wss):\/\/[^/*%]+\//;

/**
 * Asks the user for access. Must be called within a click, before anything is awaited. Returns false if the user refuses,
 * or if a pattern covers several hosts: the manifest has wide patterns only so that single hosts can be requested.
 */
export async function requestAccess(patterns: readonly string[]): Promise<boolean> {
  if (!patterns.every((pattern) => ONE_HOST.test(pattern))) return false;
  return browser.permissions.request({ origins: [...patterns] });
}

/** Revokes access. */
export function dropAccess(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** Asks for the webRequest permission. Must be called within a click, before anything is awaited. */
export function requestEvidence(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['webRequest'] });
}

export function dropEvidence(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['webRequest'] });
}

/** Revokes everything that was granted after the install. */
export async function dropEverything(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const own = permissions.filter((permission) => permission === 'webRequest');
  await browser.permissions.remove({ origins: [...origins], permissions: own });
}

/** Calls back when a permission is granted or revoked. Returns a function that stops it. */
export function watchAccess(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}

/** In `localStorage`, which answers before the popup is painted, so that the line does not flash. */
const OFFER_KEY = 'popup.banner-offer';
const DISMISSED = 'dismissed';

/** Whether the user dismissed the popup's line that asks for access to a chat site, for the banner there. */
export function isBannerOfferDismissed(): boolean {
  try {
    return localStorage.getItem(OFFER_KEY) === DISMISSED;
  } catch {
    return false;
  }
}

/** Where the browser refuses `localStorage`, the line comes back with the next visit. */
export function dismissBannerOffer(): void {
  try {
    localStorage.setItem(OFFER_KEY, DISMISSED);
  } catch {
    // Nothing else depends on it.
  }
}

export function forgetBannerOffer(): void {
  try {
    localStorage.removeItem(OFFER_KEY);
  } catch {
    // There was nothing to remove.
  }
}
