import { describe, expect, it } from 'vitest';
import { mentions } from '@/utils/rules/judging/find-core';

describe('mentions', () => {
  it.each([
    ['Claude is slow', 'Claude'],
    ['Errors on claude.', 'Claude'],
    ['v0: elevated errors', 'v0'],
    ['Login (Poe) fails', 'Poe'],
    ['Störung bei Notion  AI', 'Notion AI'],
    ['Errors in v0.', 'v0'],
    ['claude.ai is down', 'claude.ai'],
  ])('finds in %j the name %j', (text, name) => {
    expect(mentions(text, name)).toBe(true);
  });

  it.each([
    ['Requests are failing', 'AI'],
    ['Poetry generation is slow', 'Poe'],
    ['Regression in v0.9', 'v0'],
    ['Regression in 1.v0', 'v0'],
    ['Youtube embeds', 'You'],
    ['Größe', 'Gr'],
    ['claudeXai', 'claude.ai'],
    ['anything', ''],
    ['anything', ' '],
  ])('does not find in %j the name %j', (text, name) => {
    expect(mentions(text, name)).toBe(false);
  });
});
