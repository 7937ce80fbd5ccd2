import { LOCAL_MODELS, LOCAL_PATTERNS } from '@/utils/assistants/local-models';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/local-answer';
import type { LocalModelId } from '@/utils/model/way';
import { countModels } from '@/utils/platforms/count-models';
import { judgeLocal } from '@/utils/rules/judge-local';
import type { Ports } from './ports';

async function askOne(ports: Ports, id: LocalModelId): Promise<LocalAnswer> {
  const fetched = await ports.fetchLocal(LOCAL_MODELS[id].url);
  return judgeLocal(fetched.ok ? { ok: true, models: countModels(id, fetched.body) } : fetched);
}

/** Which of these programmes answer on this machine now. Where that was not allowed nothing is asked. */
export async function askLocalModels(ports: Ports, ids: readonly LocalModelId[]): Promise<LocalAnswers> {
  if (ids.length === 0) return {};
  const isAllowed = await ports.hasAccess(LOCAL_PATTERNS);
  const answers = ids.map(async (id) => [id, isAllowed ? await askOne(ports, id) : { kind: 'not_allowed' }] as const);
  return Object.fromEntries(await Promise.all(answers));
}
