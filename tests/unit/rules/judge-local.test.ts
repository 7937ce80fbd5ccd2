import { describe, expect, it } from 'vitest';
import { countModels } from '@/utils/platforms/count-models';
import { judgeLocal, type LocalAsked } from '@/utils/rules/evidence/findings';

describe('what an answer on this machine means', () => {
  it.each<[string, LocalAsked, string]>([
    ['a list of models', { ok: true, models: 3 }, 'answers'],
    ['an empty list', { ok: true, models: 0 }, 'answers'],
    ['something that is no list', { ok: true, models: null }, 'stranger'],
    ['nothing there', { ok: false, failure: { kind: 'unreachable' } }, 'silent'],
    ['nothing in time', { ok: false, failure: { kind: 'timeout' } }, 'silent'],
    ['forbidden to extensions', { ok: false, failure: { kind: 'http_error', status: 403 } }, 'refuses'],
    ['another programme on its port', { ok: false, failure: { kind: 'http_error', status: 404 } }, 'stranger'],
    ['far too much', { ok: false, failure: { kind: 'too_large' } }, 'stranger'],
    ['no permission', { ok: false, failure: { kind: 'not_allowed' } }, 'not_allowed'],
  ])('%s', (_, asked, kind) => {
    expect(judgeLocal(asked).kind).toBe(kind);
  });
});

describe('counting models', () => {
  it.each([
    ['ollama', '{"models":[{"name":"llama3.2:latest"},{"name":"qwen3:8b"}]}', 2],
    ['ollama', '{"models":[]}', 0],
    ['lm_studio', '{"object":"list","data":[{"id":"qwen3-8b","object":"model"}]}', 1],
    ['ollama', '{"data":[{"id":"qwen3-8b"}]}', null],
    ['lm_studio', '<!doctype html><title>Development server</title>', null],
    ['ollama', 'Ollama is running', null],
    ['lm_studio', 'null', null],
  ] as const)('%s: %s', (id, body, models) => {
    expect(countModels(id, body)).toBe(models);
  });
});
