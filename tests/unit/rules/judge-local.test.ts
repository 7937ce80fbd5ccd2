import { describe, expect, it } from 'vitest';
import { countModels } from '@/utils/platforms/read-body';
import { judgeLocal, type LocalAsked } from '@/utils/rules/evidence/findings';

describe('judgeLocal', () => {
  it.each<[string, LocalAsked, string]>([
    ['returns answers for a list of models', { ok: true, models: 3 }, 'answers'],
    ['returns answers for an empty list', { ok: true, models: 0 }, 'answers'],
    ['returns stranger for an answer that is not a list', { ok: true, models: null }, 'stranger'],
    ['returns silent for an unreachable port', { ok: false, failure: { kind: 'unreachable' } }, 'silent'],
    ['returns silent for a timeout', { ok: false, failure: { kind: 'timeout' } }, 'silent'],
    [
      'returns refuses for a 403 for extensions',
      { ok: false, failure: { kind: 'http_error', status: 403 } },
      'refuses',
    ],
    [
      'returns stranger for another program on the port',
      { ok: false, failure: { kind: 'http_error', status: 404 } },
      'stranger',
    ],
    ['returns stranger for a response that is too large', { ok: false, failure: { kind: 'too_large' } }, 'stranger'],
    ['returns not_allowed for a missing permission', { ok: false, failure: { kind: 'not_allowed' } }, 'not_allowed'],
  ])('%s', (_, asked, kind) => {
    expect(judgeLocal(asked).kind).toBe(kind);
  });
});

describe('countModels', () => {
  it.each([
    ['ollama', '{"models":[{"name":"llama3.2:latest"},{"name":"qwen3:8b"}]}', 2],
    ['ollama', '{"models":[]}', 0],
    ['lm_studio', '{"object":"list","data":[{"id":"qwen3-8b","object":"model"}]}', 1],
    ['ollama', '{"data":[{"id":"qwen3-8b"}]}', null],
    ['lm_studio', '<!doctype html><title>Development server</title>', null],
    ['ollama', 'Ollama is running', null],
    ['lm_studio', 'null', null],
  ] as const)('for %s counts the models in %s', (id, body, models) => {
    expect(countModels(id, body)).toBe(models);
  });
});
