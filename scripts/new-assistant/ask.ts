import { createInterface } from 'node:readline/promises';

export class MissingAnswer extends Error {}

/** Answers come from flags first, then from the person at the terminal. */
export interface Asker {
  /** What a flag says, or else the person; `fallback` where neither does. Throws where there is nobody to be asked and no fallback. */
  ask(flag: string, question: string, fallback?: string): Promise<string>;
  /** What a flag says; null where it is not there, or empty. */
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
