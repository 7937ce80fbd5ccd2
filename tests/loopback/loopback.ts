import type { PageBehavior, SendBehavior, SiteBehavior } from './behavior';
import type { OpinionBehavior, OpinionHost } from './opinion-sources';
import type { LoggedRequest } from './request-log';
import type { Scenario } from './scenario';

/** The mock network on 127.0.0.1: every status page and chat site, selected by the Host header. */
export interface Loopback {
  /** Port on 127.0.0.1; HTTPS. */
  readonly port: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** For Chromium's `--host-resolver-rules`. */
  readonly resolverRules: string;
  readonly scenario: Scenario;
  /** Epoch milliseconds. Every time in a served document is this plus an offset. */
  readonly startedAt: number;
  /** Current offset of the scenario. */
  readonly offsetMs: number;
  /** Oldest first. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** Stops the clock at an offset of the scenario. */
  seek(offsetMs: number): void;
  /** Runs the scenario by this clock (epoch milliseconds): the offset is the time since `startedAt`. */
  play(now: () => number): void;
  /** Overrides the behavior of a status host; null ends the override. */
  override(host: string, behavior: PageBehavior | null): void;
  /** The same for a chat host. Omitted fields follow the scenario. */
  overrideSite(host: string, behaviors: SiteOverride | null): void;
  /** What a source of a second opinion says; null: that all is well. */
  opine(host: OpinionHost, behavior: OpinionBehavior | null): void;
  /** Loads another scenario and removes overrides. A stopped clock stays at its start, a running one continues. */
  load(scenario: Scenario, startedAt?: number): void;
  /** Also closes open connections. */
  close(): Promise<void>;
}

export interface SiteOverride {
  load?: SiteBehavior;
  send?: SendBehavior;
}

export interface LoopbackOptions {
  scenario: Scenario;
  /** Epoch milliseconds. By default the scenario ends now, so that no time in it is in the future. */
  startedAt?: number;
  /** The clock; without it, time is stopped at offset 0. */
  now?: () => number;
}
