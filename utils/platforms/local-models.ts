import * as v from 'valibot';
import type { LocalModelId } from '@/utils/model/way';

const ollama = v.object({ models: v.array(v.object({ name: v.string() })) });
/** The list of models as OpenAI's API has it. */
const openAi = v.object({ data: v.array(v.object({ id: v.string() })) });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** How many models a local programme lists; null when this is not its list. */
export function countModels(id: LocalModelId, body: string): number | null {
  const value = parsed(body);
  if (id === 'ollama') {
    const list = v.safeParse(ollama, value);
    return list.success ? list.output.models.length : null;
  }
  const list = v.safeParse(openAi, value);
  return list.success ? list.output.data.length : null;
}
