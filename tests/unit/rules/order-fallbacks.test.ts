import { describe, expect, it } from 'vitest';
import { moveBy, orderFallbacks } from '@/utils/rules/fallbacks/plan';

const OWN = { id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' };

describe('orderFallbacks', () => {
  it('keeps the user’s order', () => {
    const planB = ['own:1', 'gemini', 'local:ollama', 'claude'] as const;
    expect(orderFallbacks({ planB: [...planB], ownChats: [OWN], localModels: ['ollama'] })).toEqual(planB);
  });

  it('drops entries that no longer exist', () => {
    expect(orderFallbacks({ planB: ['own:1', 'local:ollama', 'claude'], ownChats: [], localModels: [] })).toEqual([
      'claude',
    ]);
  });

  it('appends missing entries and removes duplicates', () => {
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
] as const)('moveBy moves %s by %i', (id, by, order) => {
  expect(moveBy(['claude', 'gemini', 'copilot'], id, by)).toEqual(order);
});
