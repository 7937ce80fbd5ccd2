import { fallbackTarget, LOCAL_MODELS, LOCAL_PATTERNS } from '@/utils/assistants/lookups';
import { fallbackNote } from '@/utils/i18n/transfer-words';
import type { AssistantId } from '@/utils/model/assistant';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/diagnosis';
import { type LocalModelId, parseFallbackId } from '@/utils/model/fallback';
import type { FallbackOption } from '@/utils/model/views';
import { countModels } from '@/utils/platforms/count-models';
import { judgeLocal } from '@/utils/rules/evidence/findings';
import { isAtOwnRisk, rankFallbacks } from '@/utils/rules/fallbacks/plan';
import type { Ports } from './ports';
import { loadState, type State } from './state';

async function askOne(ports: Ports, id: LocalModelId): Promise<LocalAnswer> {
  const fetched = await ports.fetchLocal(LOCAL_MODELS[id].url);
  return judgeLocal(fetched.ok ? { ok: true, models: countModels(id, fetched.body) } : fetched);
}

/** Which of these local model servers answer now. Without the permission none is asked. */
export async function askLocalModels(ports: Ports, ids: readonly LocalModelId[]): Promise<LocalAnswers> {
  if (ids.length === 0) return {};
  const isAllowed = await ports.hasAccess(LOCAL_PATTERNS);
  const answers = ids.map(async (id) => [id, isAllowed ? await askOne(ports, id) : { kind: 'not_allowed' }] as const);
  return Object.fromEntries(await Promise.all(answers));
}

/**
 * The available fallbacks that have a page to open, in the user's order. Local model servers are not asked: their apps
 * have no page.
 */
export function pageFallbacks({ status, options, registry }: State, except: AssistantId, now: number) {
  const known = { plan: options, except, status, assistants: registry.all, localAnswers: {}, now };
  return rankFallbacks(known).flatMap((id) => {
    const target = fallbackTarget(id, options);
    return target === null || target.url === null ? [] : [{ id, name: target.name }];
  });
}

/** The fallbacks that work now, as finished text. Asks the local model servers that the user has chosen. */
export async function fallbacksTo(ports: Ports, except: AssistantId): Promise<FallbackOption[]> {
  const { status, options, registry } = await loadState(ports);
  const { signedIn, localModels } = options;
  const localAnswers = await askLocalModels(ports, localModels);
  const ids = rankFallbacks({
    plan: options,
    except,
    status,
    assistants: registry.all,
    localAnswers,
    now: ports.now(),
  });
  const found = ids.map(async (id): Promise<FallbackOption[]> => {
    const target = fallbackTarget(id, options);
    if (target === null) return [];
    const way = parseFallbackId(id);
    const isPasted = target.prefill === null && !(await ports.hasAccess(target.patterns));
    const isRisky = way.kind === 'assistant' && isAtOwnRisk(registry.get(way.assistantId), status);
    const answer = way.kind === 'local' ? localAnswers[way.modelId] : undefined;
    return [
      {
        fallbackId: id,
        name: target.name,
        note: fallbackNote({ id, isPasted, signedIn, isAtOwnRisk: isRisky, answer }, ports.speech()),
      },
    ];
  });
  return (await Promise.all(found)).flat();
}
