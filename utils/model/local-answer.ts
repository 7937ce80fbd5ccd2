import type { LocalModelId } from './way';

/** What became of asking a programme on this machine for its models. */
export type LocalAnswer =
  | { kind: 'answers'; models: number }
  /** It is there, but lets no extension ask. */
  | { kind: 'refuses' }
  /** Something answers in its place that we do not know. */
  | { kind: 'stranger' }
  | { kind: 'silent' }
  /** The person has not allowed asking on this machine. */
  | { kind: 'not_allowed' };

/** Absent: not asked. */
export type LocalAnswers = Partial<Record<LocalModelId, LocalAnswer>>;
