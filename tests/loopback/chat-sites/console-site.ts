import type { LoopbackSite } from './loopback-site';

/** Claude's console: no chat, but a field for trying prompts. */
export const consoleSite: LoopbackSite = {
  host: 'platform.claude.com',
  name: 'Claude Console',
  newPaths: ['/'],
  chatPath: '/workbench/4b7e',
  sendPath: '/api/try',
  sendPattern: /^\/api\/try$/,
  composer: 'plain',
  newComposerAt: 'middle',
  placeholder: 'Write a prompt',
  greeting: 'Try something',
  conversations: ['A prompt about ferries'],
  turns: [{ from: 'person', parts: [{ kind: 'text', text: 'List the ferries of a day as a table.' }] }],
  answer: 'Morning, noon and evening, each at the half hour.',
};
