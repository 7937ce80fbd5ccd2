import * as v from 'valibot';
import type { LocalModelId } from '@/utils/model/fallback';
import { readJson } from './util';

const ollama = v.object({ models: v.array(v.object({ name: v.string() })) });
/** The list of models as OpenAI's API has it. */
const openAi = v.object({ data: v.array(v.object({ id: v.string() })) });

/** How many models a local programme lists; null when this is not its list. */
export function countModels(id: LocalModelId, body: string): number | null {
  if (id === 'ollama') {
    const list = readJson(body, ollama);
    return list.ok ? list.value.models.length : null;
  }
  const list = readJson(body, openAi);
  return list.ok ? list.value.data.length : null;
}
