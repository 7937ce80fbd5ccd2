import type { AssistantId } from '@/utils/model/assistant';

/**
 * Uptime that a provider promises its business customers (SLA). None is known for consumer plans of any assistant here.
 */
export interface ServicePromise {
  /** Promised uptime in percent. */
  percent: number;
  per: 'month' | 'quarter';
  /** Whether the agreement names the assistant. */
  coversIt: boolean;
  url: string;
  /** ISO date on which the source was read. */
  seenOn: string;
}

/**
 * Assistants that are not listed have no known SLA. Limits of these facts: agreements change without notice, and
 * Google's was read in a stored copy without a date. Claude: the API's standard tier is called best effort
 * (platform.claude.com, "Service tiers"). Copilot: GitHub's 99.9 % per quarter is for customers from before 2021 and
 * does not name Copilot; its successor was not found. ChatGPT: directories state 99.9 % for business contracts, others
 * deny that any is published; the provider's own page was not found.
 */
export const PROMISES: Partial<Record<AssistantId, ServicePromise>> = {
  gemini: {
    percent: 99.9,
    per: 'month',
    coversIt: false,
    url: 'https://workspace.google.com/terms/sla.html',
    seenOn: '2026-11-22',
  },
};
