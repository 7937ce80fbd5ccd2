import type { BannerContent } from '@/tests/browser/banner-probe';
import type { Loopback } from '@/tests/loopback/loopback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';

/** A tab that both browsers' drivers implement. */
export interface DrivenPage {
  /** The visible text. */
  text(): Promise<string>;
  /** Clicks the first button, link or switch whose name starts with `name`, with real mouse events. */
  click(name: string): Promise<void>;
  /** Types into the chat's composer; presses Enter if `isSent`. */
  write(text: string, isSent: boolean): Promise<void>;
  /** The text of the chat's composer. */
  written(): Promise<string>;
  /** Null if there is no banner. */
  banner(): Promise<BannerContent | null>;
  /** Clicks a button of the banner by its whole label, with real mouse events. */
  clickInBanner(label: string): Promise<void>;
  /** Shows this tab in front of the others. */
  bringToFront(): Promise<void>;
  screenshot(file: string): Promise<void>;
}

/** A browser with the shipped extension that both drivers implement. */
export interface Driven {
  loopback: Loopback;
  /** Waits for the first round. */
  isReady(): Promise<void>;
  /** Makes the pages due, fires the alarm, and waits until the round is stored and the outbox is empty. */
  tick(): Promise<void>;
  /** Like `tick`, with a stopped worker or event page that only the alarm wakes. Throws if it was not restarted. */
  tickAfterStop(): Promise<void>;
  status(): Promise<Status | null | undefined>;
  options(): Promise<Options | null | undefined>;
  badge(): Promise<string>;
  tooltip(): Promise<string>;
  /** Whether the icon's context menu has an entry. */
  hasMenuItem(id: string): Promise<boolean>;
  /** Records notifications from now on, until this worker stops. */
  recordCalls(): Promise<void>;
  /** Titles of the recorded notifications. */
  notices(): Promise<string[]>;
  /** Addresses of the tabs that show extension pages. */
  ownTabs(): Promise<string[]>;
  /** Address of the tab in front; null if the extension may not see it. */
  frontTab(): Promise<string | null>;
  openOwn(page: string): Promise<DrivenPage>;
  openSite(address: string): Promise<DrivenPage>;
  /** Waits for a tab on a host. */
  siteTab(host: string): Promise<DrivenPage>;
  /** The texts of the files that pages of this test have saved. */
  savedFiles(): Promise<string[]>;
  /** Grants a permission by whatever this browser allows in a test. */
  grant(what: Grant): Promise<void>;
}

export type Grant = 'banner' | 'evidence' | 'draft-transfer';
