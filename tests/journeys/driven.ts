import type { SeenBanner } from '@/tests/browser/banner-probe';
import type { Loopback } from '@/tests/loopback/loopback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';

/** A tab, as both browsers can drive it. */
export interface DrivenPage {
  /** What a person reads in it. */
  text(): Promise<string>;
  /** Clicks with the real mouse on the first button, link or switch whose name begins so. */
  click(name: string): Promise<void>;
  /** Types into the chat's composer as a person does; then Enter, if it is to be sent. */
  write(text: string, isSent: boolean): Promise<void>;
  /** What stands in the chat's composer. */
  written(): Promise<string>;
  /** Null when there is none. */
  banner(): Promise<SeenBanner | null>;
  /** Clicks a button of the banner with the real mouse, by its whole label. */
  clickInBanner(label: string): Promise<void>;
  screenshot(file: string): Promise<void>;
}

/** A browser with the shipped extension, as both can be driven and looked at. */
export interface Driven {
  loopback: Loopback;
  /** Waits until the first round has ended. */
  isReady(): Promise<void>;
  /** Lets the pages fall due and rings the alarm, until all is read, told and remembered. */
  tick(): Promise<void>;
  /** The same with a worker, or event page, that was stopped: only the alarm wakes it. Throws unless it began anew. */
  tickAfterStop(): Promise<void>;
  status(): Promise<Status | null | undefined>;
  options(): Promise<Options | null | undefined>;
  badge(): Promise<string>;
  tooltip(): Promise<string>;
  /** Whether the icon's menu has an entry. */
  hasMenuItem(id: string): Promise<boolean>;
  /** Overhears notifications from now on, as long as this worker lives. */
  listenIn(): Promise<void>;
  /** Titles of the notifications that were shown since. */
  notices(): Promise<string[]>;
  /** Addresses of the tabs that show pages of the extension. */
  ownTabs(): Promise<string[]>;
  openOwn(page: string): Promise<DrivenPage>;
  openSite(address: string): Promise<DrivenPage>;
  /** The tab on a host, once there is one. */
  siteTab(host: string): Promise<DrivenPage>;
  /** Gives banners on Claude's site, or evidence as well, by the way in which this browser can in a test. */
  grant(what: Grant): Promise<void>;
}

export type Grant = 'banner' | 'evidence' | 'carry';
