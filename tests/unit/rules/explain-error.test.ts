import { describe, expect, it } from 'vitest';
import { ERROR_MEANINGS, type ErrorMeaning } from '@/utils/model/diagnosis';
import { ERROR_ROWS, explainError } from '@/utils/rules/evidence/error-text';

describe('explainError', () => {
  it.each<[string, ErrorMeaning | null]>([
    ['Something went wrong', 'vague'],
    ['Something went wrong. If this issue persists please contact us.', 'vague'],
    ['Request failed', 'vague'],
    ['Request failed with status code 503', 'unavailable'],
    ['503 Service Unavailable', 'unavailable'],
    ['Service temporarily unavailable', 'unavailable'],
    ['Internal server error', 'server_error'],
    ['{"type":"error","error":{"type":"api_error","message":"Internal server error"}}', 'server_error'],
    ['Error 500', 'server_error'],
    ['Overloaded', 'overloaded'],
    ['API Error: 529 {"type":"overloaded_error"}', 'overloaded'],
    ['Due to high demand, please try again later', 'overloaded'],
    ['Too many requests in 1 hour. Try again later.', 'limit'],
    ['HTTP 429', 'limit'],
    ['You have reached your usage limit', 'limit'],
    ['You’ve hit your limit · resets 3pm (Europe/Berlin)', 'limit'],
    ['You’ve reached our limit of messages per hour. Please try again later.', 'limit'],
    ['5-hour limit reached ∙ resets 3am', 'limit'],
    ['You are out of free messages until 4 PM', 'limit'],
    ['Du hast dein Limit erreicht. Versuche es um 16:20 Uhr erneut.', 'limit'],
    ['502 Bad Gateway', 'gateway'],
    ['Gateway time-out', 'gateway'],
    ['504', 'gateway'],
    ['A network error occurred. Please check your connection and try again.', 'network'],
    ['TypeError: Failed to fetch', 'network'],
    ['NetworkError when attempting to fetch resource.', 'network'],
    ['net::ERR_CONNECTION_RESET', 'network'],
    ['Your session has expired. Please log in again to continue.', 'signed_out'],
    ['401 Unauthorized', 'signed_out'],
    ['403 Forbidden', 'refused'],
    ['Claude is not available in your region', 'refused'],
    ['Conversation not found', 'missing'],
    ['Unable to load conversation 6f1c', 'missing'],
    ['Your chat history couldn’t be loaded', 'missing'],
    ['Page not found (404)', 'missing'],
    ['I have 1500 apples and 4290 pears', null],
    ['', null],
    ['Hello, how can I help?', null],
  ])('explains %j as %s', (text, meaning) => {
    expect(explainError(text)).toBe(meaning);
  });

  it('recognizes every sample text, regardless of case and surrounding blanks', () => {
    expect(ERROR_ROWS.map(({ meaning }) => meaning).sort()).toEqual([...ERROR_MEANINGS].sort());
    for (const { meaning, samples } of ERROR_ROWS) {
      for (const sample of samples) {
        expect(explainError(sample), sample).toBe(meaning);
        expect(explainError(`  ${sample.toUpperCase()}! `), sample).toBe(meaning);
      }
    }
  });

  it('reads only the beginning of very long texts', () => {
    expect(explainError(`Overloaded ${'x'.repeat(5_000_000)}`)).toBe('overloaded');
    expect(explainError(`${'chat '.repeat(1_000_000)}429`)).toBeNull();
  });
});
