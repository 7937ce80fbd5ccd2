import type { LoopbackSite } from './loopback-site';

/** The chat of an unregistered service. */
export const exampleSite: LoopbackSite = {
  host: 'chat.example.org',
  name: 'Example Labs',
  newPaths: ['/new'],
  chatPath: '/talk/19',
  sendPath: '/api/say',
  sendPattern: /^\/api\/say$/,
  composer: 'plain',
  newComposerAt: 'bottom',
  placeholder: 'Say something',
  greeting: 'What shall we find out?',
  conversations: ['How tall is the old lighthouse'],
  turns: [{ from: 'person', parts: [{ kind: 'text', text: 'How tall is the old lighthouse at the harbour?' }] }],
  answer: 'Thirty-one metres, with the lamp.',
};
