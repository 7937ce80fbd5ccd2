import type { AssistantId } from './assistant';

/** What the person chose. */
export interface Options {
  /** In the person's order. */
  watched: AssistantId[];
  /** Whom to go on with, in the person's order; those who are in trouble themselves are passed over. */
  alternatives: AssistantId[];
  /** How long before a maintenance it is told; null: never, it only stands in popup and banner. */
  maintenanceNoticeHours: number | null;
  /** Whether what is typed is kept on the device while its assistant is in trouble, so that a reload loses nothing. */
  keepsDrafts: boolean;
}

/** Until the person chooses otherwise. */
export const DEFAULT_OPTIONS: Options = {
  watched: ['claude', 'chatgpt'],
  alternatives: ['chatgpt', 'claude', 'gemini', 'copilot'],
  maintenanceNoticeHours: null,
  keepsDrafts: false,
};
