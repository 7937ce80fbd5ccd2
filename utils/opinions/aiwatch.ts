import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionValue, OpinionWord } from '@/utils/model/opinion';
import { isoTime, type OpinionSource, parseBody } from './source';

/**
 * AIWatch, its public API: https://github.com/bentleypark/aiwatch, README, "Public API (v1)", and its reference of
 * August 2026. A service's `status` is derived from the provider's status page; AIWatch's own probes can only hold it at
 * operational, and `latency` is that of the status page. So its word is no independent one.
 *
 * `unknown` (since August 2026) means that AIWatch could not read the page. `cachedAt` is the time of the snapshot.
 */
const SERVICES: Partial<Record<AssistantId, string>> = {
  claude: 'claudeai',
  chatgpt: 'chatgpt',
  gemini: 'gemini',
  copilot: 'copilot',
  perplexity: 'perplexity',
  grok: 'xai',
  deepseek: 'deepseek',
  mistral: 'mistral',
  character_ai: 'characterai',
  cursor: 'cursor',
  windsurf: 'windsurf',
};

const schema = v.object({
  services: v.array(v.object({ id: v.string(), status: v.string() })),
  cachedAt: isoTime,
});

const WORDS = new Map<string, { word: OpinionWord; value: OpinionValue }>([
  ['operational', { word: 'not_affected', value: { kind: 'page_word', level: 'operational' } }],
  ['degraded', { word: 'affected', value: { kind: 'page_word', level: 'degraded' } }],
  ['down', { word: 'affected', value: { kind: 'page_word', level: 'major_outage' } }],
]);

/** The list of all services, so that AIWatch does not learn which one is meant. */
const ADDRESS = 'https://aiwatch-worker.p2c2kbf.workers.dev/api/v1/status';

export const aiwatch: OpinionSource = {
  id: 'aiwatch',
  name: 'AIWatch',
  host: 'aiwatch-worker.p2c2kbf.workers.dev',
  isIndependent: false,
  measures: 'nothing of its own here: it repeats the provider’s status page',
  terms: 'public API without a key, 60 requests a minute; its code is AGPL-3.0, no license for the data is stated',
  asOf: '2026-08',
  doubts: 'whether the address stays: it is the one in its README',
  addresses: (id) => (SERVICES[id] === undefined ? [] : [ADDRESS]),
  parse(id, [body]) {
    const document = parseBody(schema, body);
    const service = document?.services.find((one) => one.id === SERVICES[id]);
    const said = service === undefined ? undefined : WORDS.get(service.status);
    return document === null || said === undefined ? null : { ...said, at: document.cachedAt };
  },
};
