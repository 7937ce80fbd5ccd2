import { claudeAnswer } from './long-conversation';
import type { LoopbackSite } from './loopback-site';

const ORGANIZATION = '3f1b6c52-7a0e-4c1d-9d2a-5b8e0f4a6c11';
const CONVERSATION = '8c2d9e74-1b35-4f6a-a0c7-2e9d3b5f7a60';

export const claudeSite: LoopbackSite = {
  host: 'claude.ai',
  name: 'Claude',
  newPaths: ['/', '/new'],
  chatPath: `/chat/${CONVERSATION}`,
  sendPath: `/api/organizations/${ORGANIZATION}/chat_conversations/${CONVERSATION}/completion`,
  sendPattern: /^\/api\/organizations\/[^/]+\/chat_conversations\/[^/]+\/(retry_)?completion$/,
  read: {
    path: `/api/organizations/${ORGANIZATION}/chat_conversations/${CONVERSATION}`,
    accountPath: `/api/organizations/${ORGANIZATION}/usage`,
    answer: (turns) => claudeAnswer(CONVERSATION, turns),
  },
  composer: 'rich',
  newComposerAt: 'bottom',
  placeholder: 'Write a message',
  greeting: 'What are you working on?',
  conversations: [
    'Skipped items in a loop',
    'Packing list for three days',
    'Letter to the landlord',
    'Ferry times in October',
    'Unit tests for a parser',
  ],
  turns: [
    {
      from: 'person',
      parts: [
        { kind: 'text', text: 'This is meant to remove every finished task, but it leaves some behind. Why?' },
        {
          kind: 'code',
          language: 'TypeScript',
          code: 'for (const [index, task] of tasks.entries()) {\n  if (task.isDone) tasks.splice(index, 1);\n}',
        },
      ],
    },
    {
      from: 'assistant',
      parts: [
        {
          kind: 'text',
          text: 'The loop changes the list while it walks over it. After `splice` the next task slides into the place that was just looked at, so the loop steps past it.',
        },
        { kind: 'text', text: 'Build a new list instead of cutting up the old one:' },
        { kind: 'code', language: 'TypeScript', code: 'const open = tasks.filter((task) => !task.isDone);' },
        { kind: 'text', text: 'Nothing is skipped, and the original `tasks` array stays unchanged.' },
      ],
    },
  ],
  answer: 'Yes, that works too. Walk over the list from its end, and what slides down has already been looked at.',
};
