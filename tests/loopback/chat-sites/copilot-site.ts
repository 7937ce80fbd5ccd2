import type { LoopbackSite } from './loopback-site';

const CONVERSATION = '5e9a7c31-62b8-4d0f-b1e4-9f3c8a2d7605';

export const copilotSite: LoopbackSite = {
  host: 'github.com',
  name: 'GitHub Copilot',
  newPaths: ['/copilot'],
  chatPath: `/copilot/c/${CONVERSATION}`,
  sendHost: 'api.individual.githubcopilot.com',
  sendPath: `/github/chat/threads/${CONVERSATION}/messages`,
  sendPattern: /^\/github\/chat\/threads\/[^/]+\/messages$/,
  composer: 'plain',
  composerId: 'copilot-chat-textarea',
  ordinary: {
    path: '/',
    title: 'Your projects',
    items: ['robin/tide-table', 'robin/recipe-scaler', 'robin/paper-labels', 'robin/garden-log'],
  },
  newComposerAt: 'middle',
  placeholder: 'Ask Copilot',
  greeting: 'What shall we build?',
  conversations: [
    'Why a merge brings old lines back',
    'Name for a small library',
    'Read a table of tides',
    'A test that sometimes fails',
    'Labels for paper drawers',
  ],
  turns: [
    {
      from: 'person',
      parts: [
        { kind: 'text', text: 'After merging, lines that I had deleted are there again. How did they come back?' },
      ],
    },
    {
      from: 'assistant',
      parts: [
        {
          kind: 'text',
          text: 'Most likely the other branch changed them after yours had gone its own way. Look at who touched them last:',
        },
        { kind: 'code', language: 'Shell', code: 'git log --oneline --left-right main...feature -- tides.ts' },
        {
          kind: 'text',
          text: 'A line that begins with `>` was made on the other branch. If it should go, delete it once more and commit.',
        },
      ],
    },
  ],
  answer: 'Commit the deletion on its own, with a word on why. Then the next one who merges sees that it was meant.',
};
