import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { importsOf, layerOf, violationsOf } from '@/scripts/layers/check';
import { LAYERS } from '@/scripts/layers/table';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { sourceFiles } from './source-files';

const ALL = [...sourceFiles('utils'), ...sourceFiles('components'), ...sourceFiles('entrypoints')];

const violations = (file: string, text: string) => violationsOf(file, importsOf(file, text));

describe('the table of layers', () => {
  it.each([
    ['a rule imports the browser', 'utils/rules/polling/plan.ts', '@/utils/browser/http'],
    ['a rule imports another pure layer', 'utils/rules/judging/judge.ts', '@/utils/platforms/adapters'],
    ['the model imports a rule', 'utils/model/status.ts', '@/utils/rules/judging/judge'],
    ['the model imports a schema library', 'utils/model/status.ts', 'valibot'],
    ['a rule imports a node module', 'utils/rules/judging/judge.ts', 'node:fs'],
    ['a format imports an assistant', 'utils/platforms/statuspage.ts', '@/utils/assistants/claude'],
    ['a use case imports the browser', 'utils/app/round.ts', '@/utils/browser/storage'],
    ['a use case imports the extension API', 'utils/app/round.ts', 'webextension-polyfill'],
    ['the browser layer imports a use case', 'utils/browser/http.ts', '@/utils/app/round'],
    ['a use case imports the IndexedDB library', 'utils/app/round.ts', 'idb'],
    ['the browser layer imports a store library', 'utils/browser/storage.ts', 'zustand/vanilla'],
    ['a content script imports page state', 'utils/content/banner.ts', '@/utils/ui/marks'],
    ['a content script imports React components', 'utils/content/banner.ts', '@/components/popup/popup-page'],
    ['page state imports the worker’s half of the browser', 'utils/ui/options/store.ts', '@/utils/browser/http'],
    ['the state of the popup imports the history', 'utils/ui/popup/store.ts', '@/utils/browser/history'],
    ['the state of the popup imports the worker’s half', 'utils/ui/popup/store.ts', '@/utils/browser/http'],
    ['the popup’s entrypoint imports the history', 'entrypoints/popup/main.tsx', '@/utils/browser/history'],
    ['page state imports a component', 'utils/ui/popup/store.ts', '@/components/small'],
    ['a component imports a use case', 'components/popup/links.tsx', '@/utils/app/actions'],
    ['a component imports the extension API', 'components/popup/links.tsx', 'webextension-polyfill'],
    ['the banner imports React', 'components/banner/dom.ts', 'react'],
    ['the banner imports a React component', 'components/banner/dom.ts', '@/components/small'],
    ['an entrypoint imports a schema library', 'entrypoints/background.ts', 'valibot'],
    ['an entrypoint imports a test helper', 'entrypoints/background.ts', '@/tests/fakes/samples'],
    ['a rule imports a test helper', 'utils/rules/judging/judge.ts', '@/tests/fakes/samples'],
    ['a component imports a script', 'components/small.tsx', '@/scripts/docs/tables'],
    ['the loopback sites import a rule', 'tests/loopback/loopback.ts', '@/utils/rules/judging/judge'],
    ['the extension is left out of the path check', 'utils/ui/popup/store.ts', '@/utils/browser/http.ts'],
    ['a path is not normalized', 'utils/rules/judging/judge.ts', '@/utils/rules/../browser/http'],
    ['a package name only begins like an allowed one', 'utils/platforms/statuspage.ts', 'valibot-extra'],
    ['a folder name only begins like an allowed one', 'utils/rules/judging/judge.ts', '@/utils/model-view/x'],
  ])('is violated when %s', (_, file, specifier) => {
    expect(violations(file, `import { x } from '${specifier}';`)).toEqual([
      expect.stringMatching(new RegExp(`^${file}:1 imports "${specifier}": ${layerOf(file)?.folder} may import only `)),
    ]);
  });

  it.each([
    ['utils/rules/polling/plan.ts', '@/utils/model/status'],
    ['utils/rules/polling/plan.ts', './floors'],
    ['utils/rules/polling/plan.ts', '@/utils/rules/judging/judge'],
    ['utils/platforms/xml.ts', 'entities/decode'],
    ['utils/browser/http.ts', '@/utils/app/ports'],
    ['utils/content/draft-transfer.ts', '@/components/banner/card.css?inline'],
    ['utils/ui/popup/store.ts', '@/utils/browser/storage'],
    ['components/welcome/welcome-page.tsx', '@/components/banner/render-banner'],
    ['entrypoints/background.ts', 'wxt/utils/define-background'],
    ['scripts/size.ts', '@/tests/contract/budgets'],
  ])('lets %s import %s', (file, specifier) => {
    expect(violations(file, `import { x } from '${specifier}';`)).toEqual([]);
  });

  it.each([
    ['import type', `import type { Http } from '@/utils/browser/http';`],
    ['an inline type', `import { type Http } from '@/utils/browser/http';`],
    ['import for its effects', `import '@/utils/browser/http';`],
    ['re-export', `export { get } from '@/utils/browser/http';`],
    ['re-export of everything', `export * from '@/utils/browser/http';`],
    ['re-export of a type', `export type { Http } from '@/utils/browser/http';`],
    ['dynamic import', `export const load = () => import('@/utils/browser/http');`],
    ['import in a type', `export type Http = import('@/utils/browser/http').Http;`],
    ['typeof import', `export let http: typeof import('@/utils/browser/http');`],
    ['dynamic import by a computed name', `export const load = (name: string) => import('@/utils/browser/' + name);`],
  ])('covers the form "%s"', (_, statement) => {
    expect(violations('utils/rules/judging/judge.ts', `\n${statement}\n`)).toEqual([
      expect.stringContaining('utils/rules/judging/judge.ts:2 imports'),
    ]);
  });

  it('ignores what only looks like an import', () => {
    const text = `// import '@/utils/browser/http';\nexport const text = "import x from 'valibot'";`;
    expect(violations('utils/model/text.ts', text)).toEqual([]);
  });

  it('requires the alias for imports from another folder', () => {
    expect(violations('utils/rules/judging/judge.ts', `import { x } from '../polling/plan';`)).toEqual([
      expect.stringContaining('"@/"'),
    ]);
  });

  it('reports a source file that belongs to no layer', () => {
    expect(violations('utils/misc/new.ts', '')).toEqual([expect.stringContaining('belongs to no layer')]);
  });

  it('refuses a file that does not parse, instead of seeing no imports in it', () => {
    expect(() => importsOf('utils/model/text.ts', `import { from '@/utils/app/round';`)).toThrow('utils/model/text.ts');
  });

  it('names only folders and modules that exist', () => {
    const files = [...ALL, ...sourceFiles('scripts'), ...sourceFiles('tests')].map(({ path }) => path);
    const named = LAYERS.flatMap(({ folder, mayImport, except = [] }) => [folder, ...mayImport, ...except]);
    const exists = (part: string) => files.some((file) => file.startsWith(`${part}/`) || file === `${part}.ts`);
    const outside = ['public', 'public/_locales', 'package.json'];
    expect(named.filter((part) => !outside.includes(part) && !exists(part))).toEqual([]);
  });
});

/** The names and values in the code, without comments. */
function stringsIn(file: string, text: string): string[] {
  const found: string[] = [];
  new Visitor({
    Identifier: ({ name }) => void found.push(name),
    Literal: ({ value }) => void found.push(String(value)),
    TemplateElement: ({ value }) => void found.push(value.raw),
  }).visit(parseSync(file, text).program);
  return found;
}

const PURE = /^utils\/(model|assistants|platforms|rules|i18n|app)\//;
const filesWith = (files: typeof ALL, pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map((file) => file.path);

describe('rules of layers that are not about imports', () => {
  it('only one file reads the clock', () => {
    // Also where the function is passed on, and where a format takes the present time.
    const clocks = /\bDate\.now\b|\bnew Date\b(?!\()|\bDate\(\)|\bperformance\.(?:now|timeOrigin)\b|\.format\(\)/;
    expect(filesWith(ALL, clocks)).toEqual(['utils/browser/clock.ts']);
  });

  it('only one file depends on the build mode', () => {
    expect(filesWith(ALL, /import\.meta\.env/)).toEqual(['utils/browser/clock.ts']);
  });

  it('pure layers use no random numbers and no timers', () => {
    const pure = ALL.filter(({ path }) => PURE.test(path));
    expect(filesWith(pure, /Math\.random|setTimeout|setInterval/)).toEqual([]);
  });

  it('no rule depends on the name of an assistant', () => {
    const ids = ASSISTANTS.map(({ id }) => id as string);
    const names = new RegExp(`\\b(${ASSISTANTS.map(({ name }) => name).join('|')})\\b`, 'i');
    const namedIn = (path: string, text: string) =>
      stringsIn(path, text)
        .filter((words) => ids.includes(words) || names.test(words))
        .map((words) => `${path}: ${words}`);
    const sample = "// Gemini\nexport const names = ['claude', `About ChatGPT`, 'somebody'];";
    expect(namedIn('x.ts', sample)).toEqual(['x.ts: claude', 'x.ts: About ChatGPT']);
    expect(sourceFiles('utils/rules').flatMap(({ path, text }) => namedIn(path, text))).toEqual([]);
  });

  it('no file inserts a string as markup', () => {
    expect(filesWith(ALL, /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/)).toEqual(
      [],
    );
  });
});
