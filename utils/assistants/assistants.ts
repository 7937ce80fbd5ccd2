import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { chatgpt } from './chatgpt';
import { claude } from './claude';
import { copilot } from './copilot';
import { gemini } from './gemini';

/** Everyone who can be watched, in the order in which they are offered. One line each. */
export const ASSISTANTS: readonly Assistant[] = [claude, chatgpt, gemini, copilot];

const byId = new Map(ASSISTANTS.map((assistant) => [assistant.id, assistant]));

/** Throws when the registry lacks the id: `AssistantId` promises that it does not. */
export function assistantOf(id: AssistantId): Assistant {
  const assistant = byId.get(id);
  if (assistant === undefined) throw new Error(`No assistant is registered as ${id}`);
  return assistant;
}
