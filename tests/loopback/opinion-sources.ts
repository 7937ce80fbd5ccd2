import type { ServerResponse } from 'node:http';
import { htmlReply, jsonReply, sendReply } from './reply';
import type { LoggedRequest } from './request-log';

/** The sources of a second opinion. OpenRouter's chat site is on the same host. */
export const OPINION_HOSTS = ['openrouter.ai', 'isitdownstatus.com', 'aiwatch-worker.p2c2kbf.workers.dev'] as const;
export type OpinionHost = (typeof OPINION_HOSTS)[number];

export type OpinionBehavior =
  /** Every assistant is said to be affected. */
  | { kind: 'affected' }
  /** No answer ever arrives. */
  | { kind: 'stalled' }
  /** A web page with status 200. */
  | { kind: 'html' };

type OpinionRequest = LoggedRequest & { host: OpinionHost };

export function isOpinionRequest(request: LoggedRequest): request is OpinionRequest {
  const isKnown = (OPINION_HOSTS as readonly string[]).includes(request.host);
  return isKnown && (request.host !== 'openrouter.ai' || request.path.startsWith('/api/v1/models/'));
}

const TAGS: Readonly<Record<string, string>> = { google: 'google-ai-studio', 'x-ai': 'xai' };

/** By the documented shape, see `utils/opinions/openrouter.ts`. */
function endpoints(path: string, isAffected: boolean) {
  const [author = '', slug = ''] = path.split('/').slice(4);
  const rates = isAffected
    ? { uptime_last_5m: 61.3, uptime_last_30m: 92.7, uptime_last_1d: 99.1 }
    : { uptime_last_5m: 99.7, uptime_last_30m: 99.6, uptime_last_1d: 99.5 };
  const tag = TAGS[author] ?? author;
  return {
    data: { id: `${author}/${slug}`, name: slug, endpoints: [{ provider_name: author, tag, status: 0, ...rates }] },
  };
}

/** By the documented shape, see `utils/opinions/isitdownstatus.ts`. */
function services(isAffected: boolean) {
  const reports = isAffected
    ? { report_count_1h: 48, report_count_24h: 171 }
    : { report_count_1h: 4, report_count_24h: 96 };
  const names = ['Claude', 'ChatGPT', 'Gemini', 'Grok', 'DeepSeek'];
  const data = names.map((name) => ({
    slug: name.toLowerCase(),
    name,
    category: 'other',
    logo_url: 'https://logo.example/',
    status: 'operational',
    official_indicator: null,
    ...reports,
    status_page_url: `https://isitdownstatus.com/en/status/${name.toLowerCase()}`,
  }));
  return { ok: true, data };
}

/** By the documented shape, see `utils/opinions/aiwatch.ts`. */
function snapshot(isAffected: boolean, at: number) {
  const status = isAffected ? 'degraded' : 'operational';
  const ids = ['claudeai', 'chatgpt', 'gemini', 'xai', 'deepseek'];
  return {
    services: ids.map((id) => ({ id, name: id, provider: 'Provider', category: 'app', status, latency: 90 })),
    cachedAt: new Date(at).toISOString(),
  };
}

function documentOf({ host, path }: OpinionRequest, isAffected: boolean, at: number): object {
  switch (host) {
    case 'openrouter.ai':
      return endpoints(path, isAffected);
    case 'isitdownstatus.com':
      return services(isAffected);
    case 'aiwatch-worker.p2c2kbf.workers.dev':
      return snapshot(isAffected, at);
  }
}

export function answerOpinion(
  request: OpinionRequest,
  opinions: ReadonlyMap<OpinionHost, OpinionBehavior>,
  now: number,
  response: ServerResponse,
): void {
  const behavior = opinions.get(request.host) ?? null;
  switch (behavior?.kind) {
    case 'stalled':
      return;
    case 'html':
      sendReply(htmlReply('<!doctype html><title>Just a moment…</title>'), response);
      return;
    default:
      sendReply(jsonReply(documentOf(request, behavior !== null, now), {}), response);
  }
}
