import type { LocalModelId } from '@/utils/model/way';

export interface LocalModelServer {
  name: string;
  /** Where it lists its models. */
  url: string;
}

/**
 * Facts: the makers' API references of 2026 and their default ports. Neither has a chat page in the browser: a
 * person talks to them in the maker's app, or in a chat of their own such as Open WebUI.
 */
export const LOCAL_MODELS: Readonly<Record<LocalModelId, LocalModelServer>> = {
  ollama: { name: 'Ollama', url: 'http://localhost:11434/api/tags' },
  lm_studio: { name: 'LM Studio', url: 'http://localhost:1234/v1/models' },
};

/** What has to be granted to ask them. Browsers ignore the port. */
export const LOCAL_PATTERNS: readonly string[] = ['http://localhost/*'];
