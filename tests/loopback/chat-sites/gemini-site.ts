import type { LoopbackSite } from './loopback-site';

const SERVICE = '/_/BardChatUi/data/assistant.lamda.BardFrontendService';

export const geminiSite: LoopbackSite = {
  host: 'gemini.google.com',
  name: 'Gemini',
  newPaths: ['/', '/app'],
  chatPath: '/app/4c1d2e7f90ab3856',
  sendPath: `${SERVICE}/StreamGenerate`,
  sendPattern: /^(\/u\/\d+)?\/_\/BardChatUi\/data\/assistant\.lamda\.BardFrontendService\/StreamGenerate$/,
  composer: 'quill',
  newComposerAt: 'bottom',
  placeholder: 'Ask Gemini',
  greeting: 'What is on your mind?',
  conversations: [
    'Count rows by month',
    'Trees for a small yard',
    'Train to the sea',
    'A poem about a kettle',
    'How bread rises',
  ],
  turns: [
    {
      from: 'person',
      parts: [{ kind: 'text', text: 'Column A of my sheet holds dates. How do I count how many fall into May 2026?' }],
    },
    {
      from: 'assistant',
      parts: [
        { kind: 'text', text: 'Count those that are on or after the first of May, and before the first of June:' },
        { kind: 'code', language: 'Formula', code: '=COUNTIFS(A:A, ">="&DATE(2026,5,1), A:A, "<"&DATE(2026,6,1))' },
        { kind: 'text', text: 'With `<` on the first of June, times on the last evening of May are counted too.' },
      ],
    },
  ],
  answer: 'Yes. Put the first day of each month into column C, and let the formula take its two dates from there.',
};
