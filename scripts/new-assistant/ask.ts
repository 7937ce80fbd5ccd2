import { createInterface } from 'node:readline/promises';

export class MissingAnswer extends Error {}

/** Answers from flags, otherwise from the terminal. */
export interface Asker {
  /** The flag's value, otherwise the user's answer, otherwise `fallback`. Throws without any of them. */
  ask(flag: string, question: string, fallback?: string): Promise<string>;
  /** The flag's value; null if it is missing or empty. */
  given(flag: string): string | null;
  close(): void;
}

export function askerOf(flags: ReadonlyMap<string, string>): Asker {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  return {
    async ask(flag, question, fallback) {
      const given = flags.get(flag);
      if (given !== undefined) return given;
      if (terminal === null) {
        if (fallback !== undefined) return fallback;
        throw new MissingAnswer(`--${flag} is missing: ${question}`);
      }
      const answer = (await terminal.question(`${question}${fallback ? ` (${fallback})` : ''} `)).trim();
      return answer === '' && fallback !== undefined ? fallback : answer;
    },
    given: (flag) => flags.get(flag)?.trim() || null,
    close: () => terminal?.close(),
  };
}
