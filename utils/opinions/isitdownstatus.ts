import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionWord } from '@/utils/model/opinion';
import { count, isoTime, type OpinionSource, parseBody } from './source';

/**
 * Problem reports of people on isitdownstatus.com ("DownStatus"): https://isitdownstatus.com/en/api-docs. Only the counts
 * are read. Its `status` mixes them with the provider's status page, and its `official_indicator` is that page.
 *
 * The list is read instead of one service, because no identifier of an AI assistant was seen; services are matched by
 * exact name. So the site does not learn which assistant is meant. Others recorded answers about one service in April and
 * June 2026; entries of the list have the same fields but maybe no `updated_at`.
 */
const NAMES: Partial<Record<AssistantId, readonly string[]>> = {
  claude: ['Claude', 'Claude AI', 'Claude.ai', 'Anthropic Claude'],
  chatgpt: ['ChatGPT', 'OpenAI ChatGPT'],
  gemini: ['Gemini', 'Google Gemini'],
  copilot: ['GitHub Copilot'],
  microsoft_copilot: ['Microsoft Copilot'],
  perplexity: ['Perplexity', 'Perplexity AI'],
  grok: ['Grok', 'Grok AI'],
  deepseek: ['DeepSeek'],
  mistral: ['Mistral', 'Mistral AI', 'Le Chat'],
  character_ai: ['Character.AI', 'Character AI'],
};

const schema = v.object({
  ok: v.literal(true),
  data: v.array(
    v.object({ name: v.string(), report_count_1h: count, report_count_24h: count, updated_at: v.optional(isoTime) }),
  ),
});

/** As many as the list can have. */
const ADDRESS = 'https://isitdownstatus.com/api/v1/services?limit=500';

/** Fewer reports in an hour are chance. */
const AFFECTED_FROM = 10;
const TIMES_USUAL = 3;
/** With fewer reports in a day, an hour without any says nothing. */
const KNOWN_FROM = 24;
const WELL_BELOW_USUAL_TIMES = 2;

function wordOf(lastHour: number, usualHour: number, lastDay: number): OpinionWord {
  if (lastHour >= AFFECTED_FROM && lastHour >= TIMES_USUAL * usualHour) return 'affected';
  // An outage in the last day raises what is usual. So an hour with many reports has to be below it.
  const isCalm = lastHour <= usualHour || lastHour < AFFECTED_FROM;
  const isWellBelow = lastHour < WELL_BELOW_USUAL_TIMES * usualHour;
  return lastDay >= KNOWN_FROM && isCalm && isWellBelow ? 'not_affected' : 'unclear';
}

export const isitdownstatus: OpinionSource = {
  id: 'isitdownstatus',
  name: 'isitdownstatus.com',
  host: 'isitdownstatus.com',
  isIndependent: true,
  measures: 'problem reports of people in the last hour, compared with the hours before',
  terms: '“Free” public API, no key (isitdownstatus.com/en/api-docs); no further terms are stated there',
  asOf: '2026-06',
  doubts: 'under which names it lists assistants, and how many people report there',
  addresses: (id) => (NAMES[id] === undefined ? [] : [ADDRESS]),
  parse(id, [body]) {
    const names = NAMES[id] ?? [];
    const named = parseBody(schema, body)?.data.filter(({ name }) => names.includes(name)) ?? [];
    const [service] = named;
    // With two of them, it is not known which is the chat.
    if (service === undefined || named.length > 1) return null;
    const { report_count_1h: lastHour, report_count_24h: lastDay, updated_at: at = null } = service;
    if (lastDay < lastHour) return null;
    const usualHour = (lastDay - lastHour) / 23;
    return { word: wordOf(lastHour, usualHour, lastDay), value: { kind: 'reports', lastHour, usualHour }, at };
  },
};
