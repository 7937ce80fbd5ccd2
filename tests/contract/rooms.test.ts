import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

const ALL = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')];
const PURE = /^utils\/(model|assistants|platforms|rules|i18n|app)\//;
const filesWith = (files: typeof ALL, pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map((file) => file.path);

describe('what the import rules of the linter cannot see', () => {
  it('one file reads the clock', () => {
    expect(filesWith(ALL, /\bDate\.now\(|new Date\(\)|performance\.now\(/)).toEqual(['utils/browser/clock.ts']);
  });

  it('one file knows of build modes', () => {
    expect(filesWith(ALL, /import\.meta\.env/)).toEqual(['utils/browser/clock.ts']);
  });

  it('pure rooms roll no dice and set no timers', () => {
    const pure = ALL.filter(({ path }) => PURE.test(path));
    expect(filesWith(pure, /Math\.random|setTimeout|setInterval/)).toEqual([]);
  });

  it('the popup shows its history from the summary in the status and opens no history database', () => {
    const popup = ALL.filter(({ path }) => /^(utils\/ui|components|entrypoints)\/popup/.test(path));
    expect(popup.length).toBeGreaterThan(10);
    expect(filesWith(popup, /browser\/history'/)).toEqual([]);
  });

  it('no rule names an assistant', () => {
    const rules = sourceFiles('utils/rules');
    // In comments the recorded pages are named as sources; in code nobody is.
    const code = rules.map((file) => ({ ...file, text: file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') }));
    expect(filesWith(code, /claude|chatgpt|openai|anthropic/i)).toEqual([]);
  });

  it('nothing is ever inserted as markup', () => {
    expect(filesWith(ALL, /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/)).toEqual(
      [],
    );
  });
});
