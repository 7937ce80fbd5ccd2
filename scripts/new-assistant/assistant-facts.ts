import type { AssistantPart, MarkColor } from '@/utils/model/assistant';
import type { UnreadReason } from '@/utils/model/failure';
import type { PlatformId } from '@/utils/model/report';
import type { SourceKind } from './sources';

/** What has to be known of somebody before they can be watched, or listed at least. */
export interface AssistantFacts {
  /** In snake_case. */
  id: string;
  name: string;
  maker: string;
  color: MarkColor;
  /** ISO date. */
  verifiedOn: string;
  /** What its page's facts rest on. Only a person can say that the real page was seen. */
  source: SourceKind;
  /** Where a new conversation begins. */
  chat: URL;
  page:
    | {
        kind: 'read';
        platform: PlatformId;
        /** Without a slash at the end. */
        origin: string;
        pageId: string | null;
        core: readonly AssistantPart[];
        features: readonly AssistantPart[];
      }
    /** A page that only people can read, or of which nobody knows which part is the chat. */
    | { kind: 'link'; address: string; reason: UnreadReason }
    | { kind: 'none' };
}

/** "duck_ai" lives in "duck-ai.ts". */
export const fileNameOf = ({ id }: Pick<AssistantFacts, 'id'>): string => id.replaceAll('_', '-');

/** "duck_ai" is called duckAi in code. */
export const variableOf = ({ id }: Pick<AssistantFacts, 'id'>): string =>
  id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Where its own files are. */
export const filesOf = (facts: Pick<AssistantFacts, 'id'>) => ({
  entry: `utils/assistants/${fileNameOf(facts)}.ts`,
  test: `tests/unit/assistants/${fileNameOf(facts)}.test.ts`,
});
