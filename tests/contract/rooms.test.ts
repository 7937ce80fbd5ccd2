import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

const ALL = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')];
const PURE = /^utils\/(model|assistants|platforms|rules|i18n|app)\//;
const filesWith = (files: typeof ALL, pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map((file) => file.path);

describe('source rules that the linter cannot check', () => {
  it('only clock.ts reads the clock', () => {
    expect(filesWith(ALL, /\bDate\.now\(|new Date\(\)|performance\.now\(/)).toEqual(['utils/browser/clock.ts']);
  });

  it('only clock.ts reads the build mode', () => {
    expect(filesWith(ALL, /import\.meta\.env/)).toEqual(['utils/browser/clock.ts']);
  });

  it('pure layers use no randomness and no timers', () => {
    const pure = ALL.filter(({ path }) => PURE.test(path));
    expect(filesWith(pure, /Math\.random|setTimeout|setInterval/)).toEqual([]);
  });

  it('rules name no assistant', () => {
    const rules = sourceFiles('utils/rules');
    // Comments may name recorded pages as sources.
    const code = rules.map((file) => ({ ...file, text: file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') }));
    expect(filesWith(code, /claude|chatgpt|openai|anthropic/i)).toEqual([]);
  });

  it('no code inserts markup', () => {
    expect(filesWith(ALL, /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/)).toEqual(
      [],
    );
  });
});
