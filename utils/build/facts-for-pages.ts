import type { Plugin } from 'vite';
import type { Assistant } from '@/utils/model/assistant';
import { asOneScript } from './as-one-script';

/** What only our pages say of an assistant. `bundle.spec.ts` holds that the worker neither has these nor asks for them. */
const FACTS_FOR_PAGES = ['maker', 'colour', 'isFirstRank', 'verifiedOn'] as const satisfies (keyof Assistant)[];

const LINES = new RegExp(`^ +(?:${FACTS_FOR_PAGES.join('|')}): .*,\n`, 'gm');

/** Leaves the facts that only our pages show out of what is built as one script. Each has a line of its own. */
export function factsForPagesLeftOut(): Plugin {
  return {
    name: 'facts-for-pages-left-out',
    enforce: 'pre',
    apply: asOneScript,
    transform: (code, id) => (id.includes('/utils/assistants/') ? code.replace(LINES, '') : null),
  };
}
