import { chatOf } from '@/tests/fakes/chat-of';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { LoopbackSite } from './loopback-site';

type Played = Pick<LoopbackSite, 'chatPath' | 'sendPath' | 'sendPattern'> & Partial<LoopbackSite>;

/** A site with real addresses and generic content. */
function plainSite(id: AssistantId, played: Played): LoopbackSite {
  const assistant = BUILT_IN.get(id);
  const { name } = assistant;
  const { host, url } = chatOf(assistant);
  return {
    host,
    name,
    newPaths: [new URL(url).pathname],
    composer: 'plain',
    newComposerAt: 'bottom',
    placeholder: `Message ${name}`,
    greeting: 'How can I help?',
    conversations: ['Knots for a tent', 'Names for a boat', 'What the clouds say'],
    turns: [
      { from: 'person', parts: [{ kind: 'text', text: 'Which knot holds a tent in wind and opens easily?' }] },
      { from: 'assistant', parts: [{ kind: 'text', text: 'A taut-line hitch: it slides when you push it.' }] },
    ],
    answer: 'Tie it twice around, and leave a hand’s width of line.',
    ...played,
  };
}

export const plainSites: readonly LoopbackSite[] = [
  plainSite('microsoft_copilot', {
    chatPath: '/chats/3fKx81',
    sendPath: '/c/api/conversations',
    sendPattern: /^\/c\/api\/conversations$/,
  }),
  plainSite('perplexity', {
    chatPath: '/search/knots-for-a-tent',
    sendPath: '/rest/sse/perplexity_ask',
    sendPattern: /^\/rest\/sse\/perplexity_ask$/,
  }),
  plainSite('grok', {
    chatPath: '/chat/51c0a9',
    sendPath: '/rest/app-chat/conversations/new',
    sendPattern: /^\/rest\/app-chat\/conversations\/(new|[^/]+\/(responses|message))$/,
  }),
  plainSite('deepseek', {
    chatPath: '/a/chat/s/77d2',
    sendPath: '/api/v0/chat/completion',
    sendPattern: /^\/api\/v0\/chat\/completions?$/,
  }),
];

/** Sites of all other registered assistants, so a new assistant needs no line here. Their send paths are invented. */
export function sitesOfTheRest(played: readonly LoopbackSite[]): LoopbackSite[] {
  return ASSISTANTS.flatMap(({ id, chatSites: [chat] }) => {
    if (chat === undefined || played.some((site) => site.host === chat.host)) return [];
    return plainSite(id, {
      chatPath: `${chat.path.replace(/\/$/, '')}/c/8d41`,
      sendPath: '/api/send',
      sendPattern: /^\/api\/send$/,
    });
  });
}
