import * as v from 'valibot';
import type { ConversationHints, ConversationReading, Turn } from '@/utils/model/conversation';
import { label } from './markdown';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** How a site's own page reads a conversation. These endpoints are private and may change: docs/conversations.md. */
export interface ReadEndpoint {
  /** Id of the conversation that the address shows; null if it shows none. */
  idIn(pathname: string): string | null;
  /** Path and query of the endpoint; null if the page does not reveal what is needed. `requests` are those of the page. */
  pathOf(id: string, requests: readonly string[]): string | null;
  /** Null for an answer of another shape or about another conversation. */
  parse(id: string, answer: unknown): ConversationReading | null;
}

interface Node {
  parent: string | null;
  /** Null for what the page does not show. */
  turn: Turn | null;
}

/** The messages from the first one to the leaf. `isWhole` is false if one of them has a parent that is not there. */
function branchOf(nodes: ReadonlyMap<string, Node>, leaf: string, isRoot: (id: string) => boolean) {
  const turns: Turn[] = [];
  const visited = new Set<string>();
  let id: string | null = leaf;
  while (id !== null && !isRoot(id)) {
    const node = nodes.get(id);
    // A cycle is no conversation.
    if (node === undefined || visited.has(id)) return { turns, isWhole: false };
    visited.add(id);
    if (node.turn !== null) turns.unshift(node.turn);
    id = node.parent;
  }
  return { turns, isWhole: true };
}

function readingOf({ turns, isWhole }: ReturnType<typeof branchOf>): ConversationReading | null {
  if (turns.length === 0) return null;
  return isWhole
    ? { kind: 'complete', turns }
    : { kind: 'partial', turns, total: null, isEnd: true, stoppedBy: 'page' };
}

/** A message of text, and of things that are only named. */
function turnOf(from: Turn['from'], texts: readonly string[], names: readonly string[]): Turn {
  const parts = [...texts, ...names].map((part) => part.trim()).filter(Boolean);
  return { from, text: parts.join('\n\n').toWellFormed(), named: names.length };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const text = v.fallback(v.nullish(v.string()), null);
/** Lists of unknown things; entries that are not objects are dropped. */
const things = v.fallback(v.array(v.fallback(v.record(v.string(), v.unknown()), {})), []);

const claudeAnswer = v.object({
  uuid: v.string(),
  current_leaf_message_uuid: v.nullish(v.string()),
  chat_messages: v.array(
    v.object({
      uuid: v.string(),
      sender: v.picklist(['human', 'assistant']),
      parent_message_uuid: v.nullish(v.string()),
      text,
      content: things,
      attachments: things,
      files: things,
    }),
  ),
});
type ClaudeMessage = v.InferOutput<typeof claudeAnswer>['chat_messages'][number];

function claudeTurn({ sender, text: plain, content, attachments, files }: ClaudeMessage): Turn {
  const texts = content.flatMap(({ type, text: part }) => (type === 'text' && isText(part) ? [part] : []));
  const documents = content.flatMap(({ type, input }) => {
    const title = (input as { title?: unknown } | undefined)?.title;
    return type === 'tool_use' && isText(title) ? [label('document', title)] : [];
  });
  const names = [...attachments, ...files].map(({ file_name }) => label('file', isText(file_name) ? file_name : ''));
  const said = texts.length > 0 || documents.length > 0 ? texts : [plain ?? ''];
  return turnOf(sender === 'human' ? 'person' : 'assistant', said, [...names, ...documents]);
}

/** The parent of the first message. */
const CLAUDE_ROOT = '00000000-0000-4000-8000-000000000000';

const claude: ReadEndpoint = {
  idIn: (pathname) => new RegExp(`^/chat/(${UUID})$`, 'i').exec(pathname)?.[1] ?? null,
  pathOf(id, requests) {
    const organizations = requests.flatMap(
      (address) => new RegExp(`/api/organizations/(${UUID})/`, 'i').exec(address)?.[1] ?? [],
    );
    const own = requests.findLast((address) => address.includes(`/chat_conversations/${id}`));
    const organization = new RegExp(`/api/organizations/(${UUID})/`, 'i').exec(own ?? '')?.[1] ?? organizations.at(-1);
    return organization === undefined
      ? null
      : `/api/organizations/${organization}/chat_conversations/${id}?tree=True&rendering_mode=messages`;
  },
  parse(id, answer) {
    const parsed = v.safeParse(claudeAnswer, answer);
    if (!parsed.success || parsed.output.uuid !== id) return null;
    const { chat_messages: messages, current_leaf_message_uuid: leaf } = parsed.output;
    if (!messages.some(({ parent_message_uuid: parent }) => parent)) {
      return readingOf({ turns: messages.map(claudeTurn), isWhole: true });
    }
    const nodes = new Map(
      messages.map((one) => [one.uuid, { parent: one.parent_message_uuid ?? null, turn: claudeTurn(one) }]),
    );
    const end = leaf ?? messages.at(-1)?.uuid;
    if (end === undefined || !nodes.has(end)) return null;
    return readingOf(branchOf(nodes, end, (one) => one === CLAUDE_ROOT));
  },
};

const chatgptAnswer = v.object({
  conversation_id: v.nullish(v.string()),
  current_node: v.string(),
  mapping: v.record(
    v.string(),
    v.object({
      parent: v.nullish(v.string()),
      message: v.nullish(
        v.object({
          author: v.object({ role: v.string() }),
          recipient: text,
          channel: text,
          content: v.object({ content_type: v.string(), parts: v.fallback(v.array(v.unknown()), []), text }),
          metadata: v.fallback(
            v.object({ attachments: things, is_visually_hidden_from_conversation: v.nullish(v.unknown()) }),
            { attachments: [] },
          ),
        }),
      ),
    }),
  ),
});
type ChatgptMessage = NonNullable<v.InferOutput<typeof chatgptAnswer>['mapping'][string]['message']>;

/** What the page shows of a message; null for thoughts, tools and instructions. */
function chatgptTurn({ author, recipient, channel, content, metadata }: ChatgptMessage): Turn | null {
  const isPerson = author.role === 'user';
  if (!isPerson && author.role !== 'assistant') return null;
  if (metadata.is_visually_hidden_from_conversation === true || channel === 'analysis') return null;
  if ((recipient ?? 'all') !== 'all' || !['text', 'multimodal_text', 'code'].includes(content.content_type))
    return null;
  const texts = content.parts.flatMap((part) => {
    const inner = isText(part) ? part : (part as { text?: unknown } | null)?.text;
    return isText(inner) ? [inner] : [];
  });
  const images = content.parts.filter(
    (part) => (part as { content_type?: unknown } | null)?.content_type === 'image_asset_pointer',
  );
  const files = metadata.attachments.map(({ name }) => label('file', isText(name) ? name : ''));
  // An image that was added is listed as an attachment, too.
  const names = [...files, ...images.slice(files.length).map(() => label('image', ''))];
  const said = texts.length === 0 && content.text ? [content.text] : texts;
  return said.length + names.length === 0 ? null : turnOf(isPerson ? 'person' : 'assistant', said, names);
}

/** The page shows an answer in several steps as one message. */
function joinAnswers(turns: readonly Turn[]): Turn[] {
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last === undefined || last.from === 'person' || turn.from === 'person') joined.push(turn);
    else {
      const texts = [last.text, turn.text].filter(Boolean);
      joined[joined.length - 1] = { ...last, text: texts.join('\n\n'), named: last.named + turn.named };
    }
  }
  return joined;
}

const chatgpt: ReadEndpoint = {
  idIn: (pathname) => new RegExp(`/c/(${UUID})$`, 'i').exec(pathname)?.[1] ?? null,
  pathOf: (id) => `/backend-api/conversation/${id}`,
  parse(id, answer) {
    const parsed = v.safeParse(chatgptAnswer, answer);
    if (!parsed.success || (parsed.output.conversation_id ?? id) !== id) return null;
    const { mapping, current_node: leaf } = parsed.output;
    const nodes = new Map(
      Object.entries(mapping).map(([key, { parent, message }]) => [
        key,
        { parent: parent ?? null, turn: message ? chatgptTurn(message) : null },
      ]),
    );
    if (!nodes.has(leaf)) return null;
    const { turns, isWhole } = branchOf(nodes, leaf, () => false);
    return readingOf({ turns: joinAnswers(turns), isWhole });
  },
};

export const READ_ENDPOINTS: Readonly<Record<NonNullable<ConversationHints['endpoint']>, ReadEndpoint>> = {
  claude,
  chatgpt,
};

const TIMEOUT_MS = 3_000;
/** Several times the longest conversation that is transferred. */
const MAX_BYTES = 16_000_000;

/** The body of a response; null if it is longer than `MAX_BYTES`. */
async function readBody(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return null;
  const decoder = new TextDecoder();
  let body = '';
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    body += decoder.decode(chunk.value, { stream: true });
  }
  return body + decoder.decode();
}

/**
 * Asks the site once for the conversation that this page shows, as the page itself does. Null if it does not answer in
 * time, or not with this conversation.
 */
export async function askEndpoint(endpoint: ReadEndpoint): Promise<ConversationReading | null> {
  const id = endpoint.idIn(location.pathname);
  const requests = performance.getEntriesByType('resource').map(({ name }) => name);
  const path = id === null ? null : endpoint.pathOf(id, requests);
  if (id === null || path === null) return null;
  try {
    const response = await fetch(new URL(path, location.origin), {
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return null;
    const body = await readBody(response);
    return body === null ? null : endpoint.parse(id, JSON.parse(body));
  } catch {
    return null;
  }
}
