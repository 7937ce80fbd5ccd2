import type { AssistantPart } from '@/utils/model/assistant';
import type { UnreadReason } from '@/utils/model/failure';
import type { PlatformId } from '@/utils/model/report';
import type { SourceKind } from './sources';

/** The facts needed to watch an assistant, or at least to list it. */
export interface AssistantFacts {
  /** In snake_case. */
  id: string;
  name: string;
  provider: string;
  /** ISO date. */
  verifiedOn: string;
  /** Source of the page's facts. Only a person can confirm the real page. */
  source: SourceKind;
  /** Address of a new conversation. */
  chat: URL;
  page:
    | {
        kind: 'read';
        platform: PlatformId;
        /** Without a trailing slash. */
        origin: string;
        pageId: string | null;
        core: readonly AssistantPart[];
        features: readonly AssistantPart[];
      }
    /** A page that is linked only, because it has no documents or its chat component is not known. */
    | { kind: 'link'; address: string; reason: UnreadReason }
    | { kind: 'none' };
}

/** "duck_ai" is in "duck-ai.ts". */
export const fileNameOf = ({ id }: Pick<AssistantFacts, 'id'>): string => id.replaceAll('_', '-');

/** "duck_ai" is duckAi in code. */
export const variableOf = ({ id }: Pick<AssistantFacts, 'id'>): string =>
  id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Paths of its own files. */
export const filesOf = (facts: Pick<AssistantFacts, 'id'>) => ({
  entry: `utils/assistants/${fileNameOf(facts)}.ts`,
  test: `tests/unit/assistants/${fileNameOf(facts)}.test.ts`,
});
