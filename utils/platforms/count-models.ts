import * as v from 'valibot';
import type { LocalModelId } from '@/utils/model/fallback';
import { readJson } from './util';

const ollama = v.object({ models: v.array(v.object({ name: v.string() })) });
/** List of models in the format of OpenAI's API. */
const openAi = v.object({ data: v.array(v.object({ id: v.string() })) });

/** Number of models that a local app lists; null if the body is not a list of models. */
export function countModels(id: LocalModelId, body: string): number | null {
  if (id === 'ollama') {
    const list = readJson(body, ollama);
    return list.ok ? list.value.models.length : null;
  }
  const list = readJson(body, openAi);
  return list.ok ? list.value.data.length : null;
}
