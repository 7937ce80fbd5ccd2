import type { AssistantId } from '@/utils/model/assistant';

/** What a maker promises its business customers. Nothing of the kind is known for consumer plans, of anyone here. */
export interface ServicePromise {
  /** Of the time, per cent. */
  percent: number;
  per: 'month' | 'quarter';
  /** Whether the assistant was named among what it covers. */
  coversIt: boolean;
  url: string;
  /** ISO date. */
  seenOn: string;
}

/**
 * Whoever is not in here has no promise that we know of. Doubts: agreements change without notice, and Google's was
 * read in a stored copy without a date. Claude: the API's standard tier is called best effort (platform.claude.com,
 * "Service tiers"). Copilot: GitHub's 99.9 % of each quarter is for customers from before 2021 and does not name it; what
 * took its place was not seen. ChatGPT: directories name 99.9 % for business contracts, others deny that any is published; its
 * maker's own page was not seen.
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
