import { describe, expect, it } from 'vitest';
import { moveBy } from '@/utils/rules/fallbacks/plan';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';

const OWN = { id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' };

describe('the plan', () => {
  it('is in the person’s order', () => {
    const planB = ['own:1', 'gemini', 'local:ollama', 'claude'] as const;
    expect(orderFallbacks({ planB: [...planB], ownChats: [OWN], localModels: ['ollama'] })).toEqual(planB);
  });

  it('forgets what is no longer there', () => {
    expect(orderFallbacks({ planB: ['own:1', 'local:ollama', 'claude'], ownChats: [], localModels: [] })).toEqual([
      'claude',
    ]);
  });

  it('takes what it does not name yet last, and nothing twice', () => {
    expect(orderFallbacks({ planB: ['claude', 'claude'], ownChats: [OWN], localModels: ['lm_studio'] })).toEqual([
      'claude',
      'own:1',
      'local:lm_studio',
    ]);
  });
});

it.each([
  ['gemini', -1, ['gemini', 'claude', 'copilot']],
  ['gemini', 1, ['claude', 'copilot', 'gemini']],
  ['claude', -1, ['claude', 'gemini', 'copilot']],
  ['copilot', 1, ['claude', 'gemini', 'copilot']],
  ['chatgpt', 1, ['claude', 'gemini', 'copilot']],
] as const)('%s moved by %i', (id, by, order) => {
  expect(moveBy(['claude', 'gemini', 'copilot'], id, by)).toEqual(order);
});
