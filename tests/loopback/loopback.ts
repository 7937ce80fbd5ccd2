import type { PageBehaviour, SendBehaviour, SiteBehaviour } from './behaviour';
import type { LoggedRequest } from './request-log';
import type { Scenario } from './scenario';

/** The closed network on loopback: every status page and every chat site, told apart by their hosts. */
export interface Loopback {
  /** On 127.0.0.1; HTTPS. */
  readonly port: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** For Chromium's `--host-resolver-rules`. */
  readonly resolverRules: string;
  readonly scenario: Scenario;
  /** Epoch milliseconds. Every time in a served document is this plus an offset. */
  readonly startedAt: number;
  /** Where the scenario stands now. */
  readonly offsetMs: number;
  /** Oldest first. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** Stops the clock at an offset of its scenario. */
  seek(offsetMs: number): void;
  /** Lets the scenario run by this clock (epoch milliseconds): the offset is what has passed since `startedAt`. */
  play(now: () => number): void;
  /** Makes a status host behave so at once, whatever the scenario says; null gives it back. */
  override(host: string, behaviour: PageBehaviour | null): void;
  /** The same for a chat host; what is left out stays as the scenario says. */
  overrideSite(host: string, behaviours: SiteOverride | null): void;
  /** Another scenario, without overrides. A stopped clock stays at its start, a running one runs on. */
  load(scenario: Scenario, startedAt?: number): void;
  /** Also ends connections that are still open. */
  close(): Promise<void>;
}

export interface SiteOverride {
  load?: SiteBehaviour;
  send?: SendBehaviour;
}

export interface LoopbackOptions {
  scenario: Scenario;
  /** Epoch milliseconds. Left out, the scenario ends now, so that no time in it lies in the future. */
  startedAt?: number;
  /** The clock to run by; without one, time stands still at offset 0. */
  now?: () => number;
}
