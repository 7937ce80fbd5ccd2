import type { ReadFailure } from '@/utils/model/failure';
import type { LocalAnswer } from '@/utils/model/local-answer';

/** What came of asking; `models` is null where the answer was no list of models. */
export type LocalAsked = { ok: true; models: number | null } | { ok: false; failure: ReadFailure };

/** What an answer on this machine means. Only a list of models counts as an answer. */
export function judgeLocal(asked: LocalAsked): LocalAnswer {
  if (asked.ok) return asked.models === null ? { kind: 'stranger' } : { kind: 'answers', models: asked.models };
  const { failure } = asked;
  if (failure.kind === 'not_allowed') return { kind: 'not_allowed' };
  if (failure.kind === 'unreachable' || failure.kind === 'timeout') return { kind: 'silent' };
  const isForbidden = failure.kind === 'http_error' && (failure.status === 401 || failure.status === 403);
  return { kind: isForbidden ? 'refuses' : 'stranger' };
}
