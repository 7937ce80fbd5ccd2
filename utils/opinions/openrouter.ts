import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionWord } from '@/utils/model/opinion';
import { type OpinionSource, parseBody, type Reading } from './source';

/**
 * Success rates of real requests that OpenRouter sends to the provider's own servers. An endpoint's `uptime_last_*` is
 * successful / (successful + errors) in percent, without rate-limited requests; null where there were too few:
 * https://openrouter.ai/docs/sdks/go/api-reference/models/publicendpoint
 *
 * Read without a key on 2026-08-15, by others: 97.94 to 99.98 on endpoints of one healthy model. Its CORS header and
 * how long an answer is cached were not seen.
 */
interface OwnEndpoints {
  /** Models that the chat offers too, `author/slug`, of August to October 2026. One that is gone gives no answer. */
  models: readonly string[];
  /** First part of the `tag` of the provider's own endpoints. Endpoints of clouds have tags of their own. */
  tag: string;
}

const OWN_ENDPOINTS: Partial<Record<AssistantId, OwnEndpoints>> = {
  claude: { models: ['anthropic/claude-sonnet-5', 'anthropic/claude-opus-5.5'], tag: 'anthropic' },
  chatgpt: { models: ['openai/gpt-5.6-sol', 'openai/gpt-5.6-terra'], tag: 'openai' },
  gemini: { models: ['google/gemini-3.5-flash', 'google/gemini-3.7-flash'], tag: 'google-ai-studio' },
  grok: { models: ['x-ai/grok-4.6', 'x-ai/grok-4.5'], tag: 'xai' },
  deepseek: { models: ['deepseek/deepseek-v4-pro-0813', 'deepseek/deepseek-v4.1-flash'], tag: 'deepseek' },
};

const percent = v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), null);

const schema = v.object({
  data: v.object({
    endpoints: v.array(
      v.object({ tag: v.string(), uptime_last_5m: percent, uptime_last_30m: percent, uptime_last_1d: percent }),
    ),
  }),
});

type Endpoint = v.InferOutput<typeof schema>['data']['endpoints'][number];

/** Below this, people notice. Healthy endpoints stay above the other. */
const AFFECTED_BELOW = 90;
const WELL_FROM = 95;
/** So far below its rate of the last day, in points, an endpoint is worse than it always is. */
const DROP = 5;
/** Real failures lower the last 30 minutes too; a few unlucky requests do not. */
const DROP_30M = 1;

/** An endpoint with enough requests in all three times. */
type Measured = Record<'uptime_last_5m' | 'uptime_last_30m' | 'uptime_last_1d', number>;

const isMeasured = (endpoint: Endpoint): endpoint is Endpoint & Measured =>
  endpoint.uptime_last_5m !== null && endpoint.uptime_last_30m !== null && endpoint.uptime_last_1d !== null;

/** Each model counts once, however many endpoints it has. Null without any. */
function meanRate<One>(models: readonly (readonly One[])[], rateOf: (endpoint: One) => number): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const known = models.filter((endpoints) => endpoints.length > 0);
  return known.length === 0 ? null : mean(known.map((endpoints) => mean(endpoints.map(rateOf))));
}

function wordOf(last5m: number, last30m: number, usual: number): OpinionWord {
  if (last5m >= WELL_FROM) return 'not_affected';
  const isWorse = last5m <= usual - DROP && last30m <= usual - DROP_30M;
  return last5m < AFFECTED_BELOW && isWorse ? 'affected' : 'unclear';
}

function read({ tag }: OwnEndpoints, bodies: readonly (string | null)[]): Reading | null {
  const isOwn = (endpoint: Endpoint) => endpoint.tag.split('/')[0] === tag;
  const models = bodies.map((body) => parseBody(schema, body)?.data.endpoints.filter(isOwn) ?? []);
  // Rates of different endpoints must not be compared: one that is always poor may be in only one of the means.
  const measured = models.map((endpoints) => endpoints.filter(isMeasured));
  const last5m = meanRate(measured, (endpoint) => endpoint.uptime_last_5m);
  const last30m = meanRate(measured, (endpoint) => endpoint.uptime_last_30m);
  const usual = meanRate(measured, (endpoint) => endpoint.uptime_last_1d);
  if (last5m !== null && last30m !== null && usual !== null) {
    return { word: wordOf(last5m, last30m, usual), value: { kind: 'success_rate', last5m, last30m }, at: null };
  }
  const rates = models.map((endpoints) => endpoints.flatMap((endpoint) => endpoint.uptime_last_30m ?? []));
  const rate = meanRate(rates, (value) => value);
  return rate === null
    ? null
    : { word: 'unclear', value: { kind: 'success_rate', last5m: null, last30m: rate }, at: null };
}

export const openrouter: OpinionSource = {
  id: 'openrouter',
  name: 'OpenRouter',
  host: 'openrouter.ai',
  isIndependent: true,
  measures: 'share of real requests to the provider’s own servers that succeeded, in the last 5 and 30 minutes',
  terms: 'public API without a key (openrouter.ai/terms); no license for the numbers is stated',
  asOf: '2026-10',
  doubts: 'whether the endpoint is cached, and that the chat fails whenever the API does',
  addresses: (id) =>
    (OWN_ENDPOINTS[id]?.models ?? []).map((model) => `https://openrouter.ai/api/v1/models/${model}/endpoints`),
  parse(id, bodies) {
    const own = OWN_ENDPOINTS[id];
    return own === undefined ? null : read(own, bodies);
  },
};
