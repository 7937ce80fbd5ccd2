/** What the files of one folder may import. `npm run lint` checks it, and `npm run docs` writes it into the architecture. */
export interface Layer {
  folder: string;
  /** Completes "`folder` contains …". */
  contains: string;
  /** Folders and single modules of this project, without the layer itself. */
  mayImport: readonly string[];
  /** Modules within `mayImport` that are closed all the same. */
  except?: readonly string[];
  /** npm packages with their subpaths; `any` where packages are not restricted. */
  packages: readonly string[] | 'any';
}

/** The half of `utils/browser` that only the background worker runs. */
const WORKER_SIDE = [
  'utils/browser/banners',
  'utils/browser/http',
  'utils/browser/real-ports',
  'utils/browser/seen-requests',
  'utils/browser/surfaces',
] as const;

/** The innermost folder that contains a file is the file's layer. */
export const LAYERS: readonly Layer[] = [
  { folder: 'utils/model', contains: 'types and total functions on them', mayImport: [], packages: [] },
  {
    folder: 'utils/assistants',
    contains: 'the registry: one data file for each assistant, and lookups in it',
    mayImport: ['utils/model'],
    packages: [],
  },
  {
    folder: 'utils/platforms',
    contains: 'one reader for each status-page format: pure `requests()` and `parse()`',
    mayImport: ['utils/model'],
    packages: ['valibot', 'entities'],
  },
  {
    folder: 'utils/opinions',
    contains: 'one reader for each source of a second opinion: pure `addresses()` and `parse()`',
    mayImport: ['utils/model'],
    packages: ['valibot'],
  },
  {
    folder: 'utils/rules',
    contains: 'pure decisions: when to poll, how to judge, what to notify',
    mayImport: ['utils/model'],
    packages: [],
  },
  {
    folder: 'utils/i18n',
    contains: 'everything a person reads, through `public/_locales`',
    mayImport: ['utils/model', 'public/_locales'],
    packages: [],
  },
  {
    folder: 'utils/app',
    contains: 'use cases over the ports in `ports.ts`',
    mayImport: ['utils/model', 'utils/assistants', 'utils/platforms', 'utils/rules', 'utils/i18n'],
    packages: [],
  },
  {
    folder: 'utils/browser',
    contains: 'the only code that calls `browser.*`, `fetch`, storage or the clock',
    mayImport: ['utils/model', 'utils/i18n', 'utils/app/ports'],
    packages: ['idb', 'valibot', 'webextension-polyfill'],
  },
  {
    folder: 'utils/content',
    contains: 'what runs inside chat sites: plain DOM, so that it stays small',
    mayImport: ['utils/model', 'components/banner'],
    packages: ['webextension-polyfill'],
  },
  {
    folder: 'utils/content/conversation',
    contains: 'the reader of conversations, injected on a click',
    mayImport: ['utils/model', 'utils/content/draft/wait'],
    packages: ['valibot'],
  },
  {
    folder: 'utils/ui',
    contains: 'state and view models of our pages, one folder for each page',
    mayImport: ['utils/model', 'utils/rules', 'utils/i18n', 'utils/assistants', 'utils/opinions', 'utils/browser'],
    except: WORKER_SIDE,
    packages: ['react', 'zustand'],
  },
  {
    folder: 'utils/ui/popup',
    // The popup opens fast because it reads no database: the status has a summary of the history.
    contains: 'state and view models of the popup, which never opens the history',
    mayImport: ['utils/model', 'utils/rules', 'utils/i18n', 'utils/assistants', 'utils/browser', 'utils/ui'],
    except: [...WORKER_SIDE, 'utils/browser/history'],
    packages: ['react', 'zustand'],
  },
  {
    folder: 'components',
    contains: 'React components, one folder for each page',
    mayImport: ['utils/model', 'utils/rules', 'utils/i18n', 'utils/ui'],
    packages: ['react', 'zustand', '@lobehub/icons-static-svg'],
  },
  {
    folder: 'components/banner',
    contains: 'the banner in chat sites: plain DOM, so that it stays small',
    mayImport: ['utils/model', 'utils/ui/marks'],
    packages: [],
  },
  {
    folder: 'entrypoints',
    contains: 'listeners and mounting, no logic',
    mayImport: ['utils', 'components'],
    packages: ['react', 'react-dom', 'webextension-polyfill', 'wxt'],
  },
  {
    folder: 'entrypoints/popup',
    contains: 'the mounting of the popup, which never opens the history',
    mayImport: ['utils', 'components'],
    except: ['utils/browser/history'],
    packages: ['react', 'react-dom', 'webextension-polyfill', 'wxt'],
  },
  {
    folder: 'scripts',
    contains: 'what the npm commands run: packaging, demo, icons, `read`, new assistants',
    mayImport: ['utils', 'components', 'entrypoints', 'public', 'tests', 'package.json'],
    packages: 'any',
  },
  {
    folder: 'tests/loopback',
    contains: 'status pages and chat sites on loopback, shared by tests and the demo',
    mayImport: ['utils/model', 'utils/assistants', 'tests/fakes'],
    packages: 'any',
  },
  {
    folder: 'tests/journeys',
    contains: 'what must work in every browser, written once; a driver for each browser runs it',
    mayImport: ['utils/model', 'tests'],
    packages: 'any',
  },
];

/** Such as "model, browser (without http); zustand". */
export function describeImports({ mayImport, except = [], packages }: Layer): string {
  const own = mayImport.map((part) => part.replace(/^utils\//, '')).join(', ') || 'itself';
  const closed = except.length > 0 ? ` (without ${except.map((part) => part.split('/').at(-1)).join(', ')})` : '';
  const npm = packages === 'any' ? '; any package' : packages.length > 0 ? `; ${packages.join(', ')}` : '';
  return `${own}${closed}${npm}`;
}
