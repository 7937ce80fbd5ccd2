import { BUILT_IN, type Registry, registryOf } from '@/utils/assistants/lookups';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';

/**
 * The assistants of this page. An extension page shows one set of options at a time, and its store sets the registry with
 * each change of them, before it computes the view. The worker has no such state: it passes a registry down.
 */
let registry: Registry = BUILT_IN;

export function setPageRegistry(options: Pick<Options, 'ownPages'>): void {
  registry = registryOf(options);
}

export const assistantOf = (id: AssistantId): Assistant => registry.get(id);

export const allAssistants = (): readonly Assistant[] => registry.all;

/** The assistant whose chat is open at an address, or null. */
export const chatAt = (address: string): Assistant | null => registry.chatAt(address);
