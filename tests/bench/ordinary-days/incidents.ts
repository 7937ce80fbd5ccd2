import type { AssistantId } from '@/utils/model/assistant';

/** What the tab met. */
export const SIGNS = [
  'overloaded',
  'server_error',
  'cut',
  'silent',
  'gone',
  'error_in_stream',
  'handshake',
  'page',
  'sign_in',
  'limit_for_all',
  'slow',
] as const;
export type IncidentSign = (typeof SIGNS)[number];

export interface PastIncident {
  /** A public issue, or the day and the title on the status page. */
  name: string;
  assistantId: AssistantId;
  sign: IncidentSign;
  /**
   * `documented`: the source names the sign. `reconstructed`: only the times and the words of a status page are known, and
   * the sign is the one that such incidents had; for ChatGPT the one that is hardest to tell from one failing conversation.
   */
  basis: 'documented' | 'reconstructed';
  /** UTC. When the failures began, and when the status page posted; null where it is not known. */
  beganAt?: string;
  postedAt?: string;
}

/** Documented signs that command-line tools and clients of the same services met: the tab's side is reconstructed. */
function issues(assistantId: AssistantId, sign: IncidentSign, ...names: string[]): PastIncident[] {
  return names.map((name) => ({ name, assistantId, sign, basis: 'documented' }));
}

const CC = (...numbers: number[]) => numbers.map((number) => `anthropics/claude-code#${number}`);
const CX = (...numbers: number[]) => numbers.map((number) => `openai/codex#${number}`);

function posts(assistantId: AssistantId, sign: IncidentSign, ...names: string[]): PastIncident[] {
  return names.map((name) => ({ name, assistantId, sign, basis: 'reconstructed' }));
}

/** Incidents of 2025 and 2026 from public issues and from status pages. */
export const PAST_INCIDENTS: readonly PastIncident[] = [
  ...issues('claude', 'overloaded', ...CC(3558, 81327, 47512, 2024)),
  ...issues('chatgpt', 'overloaded', ...CX(35315)),
  ...issues('chatgpt', 'cut', ...CX(30822)),
  ...issues('claude', 'silent', ...CC(17330)),
  ...issues('claude', 'sign_in', ...CC(44719, 10720)),
  ...issues('claude', 'page', ...CC(45145)),
  ...issues('chatgpt', 'gone', ...CX(42534, 28756)),
  ...issues('claude', 'limit_for_all', ...CC(10698, 39648, 75038, 41212)),
  ...issues('claude', 'error_in_stream', 'clawrouter#101', 'clicky#132', 'CLIProxyAPI#4980', 'ccLoad#69'),
  ...issues('claude', 'slow', ...CC(64533, 3362, 25059, 37408, 66977, 49617, 61538)),
  ...issues('microsoft_copilot', 'handshake', 'Windows-Copilot-API#13'),
  ...posts(
    'claude',
    'overloaded',
    '2026-03-02 Elevated errors in claude.ai',
    '2026-03-03 yf48hzysrvl5',
    '2026-06-02 Elevated errors on multiple models',
    '2026-06-05 all models',
    '2026-06-22 Elevated errors across many models',
    '2026-06-23 Elevated error rate across multiple models',
    '2026-07-15 09g0fh2l7qbb',
    '2026-07-29 Elevated errors across all models',
    '2026-09-03 Elevated errors for Claude Sonnet 5',
    '2026-09-03 Elevated errors for multiple models',
    '2026-09-22 Elevated errors for multiple models',
    '2026-10-06 Elevated errors for Claude Opus 5.5',
  ),
  ...posts(
    'chatgpt',
    'server_error',
    '2025-06-10 elevated errors',
    '2026-02-03 outage',
    '2026-04-20 partial outage',
    '2026-09-13 Europe',
    '2026-09-22 01M34TAFM9WBGEBE3G1GBH4SE8',
    '2026-09-23 Elevated Error Rates for ChatGPT',
    '2026-09-29 Elevated errors across ChatGPT, Codex, and the API',
  ),
  // The API answered Codex with 404 (openai/codex#42559); that the web chat did the same is one report.
  {
    name: '2026-09-03 Elevated errors across ChatGPT and Codex',
    assistantId: 'chatgpt',
    sign: 'gone',
    basis: 'reconstructed',
    beganAt: '2026-09-03T14:39:25Z',
    postedAt: '2026-09-03T14:58:23Z',
  },
  ...posts('gemini', 'server_error', '2025-06-12 Google Cloud IAM', '2026-06-10 Gemini app in Workspace'),
  ...posts(
    'grok',
    'server_error',
    '2026-08-17 high error rate',
    '2026-09-03 Models outage',
    '2026-09-22 Outages across API, Grok.com, and Grok Build',
  ),
  ...posts('deepseek', 'server_error', '2026-07-02 Web/API Degraded Performance', '2026-07-22 Web Search'),
];
