import { chatgptAnswer } from './long-conversation';
import type { LoopbackSite } from './loopback-site';

const CONVERSATION = '6f0a2b18-94d3-4e57-8b6c-d15e7a3c9024';

export const chatgptSite: LoopbackSite = {
  host: 'chatgpt.com',
  name: 'ChatGPT',
  newPaths: ['/'],
  chatPath: `/c/${CONVERSATION}`,
  sendPath: '/backend-api/f/conversation',
  sendPattern: /^\/(backend-api|backend-anon)\/(f\/)?conversation$/,
  read: { path: `/backend-api/conversation/${CONVERSATION}`, answer: (turns) => chatgptAnswer(CONVERSATION, turns) },
  composer: 'plain',
  composerId: 'prompt-textarea',
  newComposerAt: 'middle',
  placeholder: 'Ask anything',
  greeting: 'What can I help with?',
  conversations: [
    'Dates in file names',
    'Soup with what is left',
    'Words for a toast',
    'Compare two bicycles',
    'A quiet week in spring',
  ],
  turns: [
    {
      from: 'person',
      parts: [{ kind: 'text', text: 'How do I put today’s date in front of the names of all pictures in a folder?' }],
    },
    {
      from: 'assistant',
      parts: [
        { kind: 'text', text: 'In a shell, go to the folder and let a loop rename them:' },
        {
          kind: 'code',
          language: 'Shell',
          code: 'for picture in *.jpg; do\n  mv -n "$picture" "$(date +%F) $picture"\ndone',
        },
        {
          kind: 'text',
          text: 'The quotes keep names with spaces whole, and `-n` never overwrites a file that is there already.',
        },
      ],
    },
  ],
  answer:
    'Put echo in front of mv first. Then the loop only prints what it would do, and you can look before you leap.',
};
