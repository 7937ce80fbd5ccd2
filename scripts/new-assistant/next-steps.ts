import { type AssistantFacts, filesOf } from './assistant-facts';

const REST_ON = { files: 'files', stand_in: 'a stand-in' } as const;

/** The remaining steps after an assistant was added. */
export function nextSteps(facts: AssistantFacts): string {
  const { id, page, source } = facts;
  const { entry, test } = filesOf(facts);
  const tests = [...(page.kind === 'read' ? [test] : []), 'contract/registry', 'unit/browser/preset'].join(' ');
  const unseen =
    source === 'page' || page.kind === 'none'
      ? ''
      : `
The real page was not seen, only ${REST_ON[source]}. After checking the real page, set verifiedOn in ${entry},
run npm run docs, and say so in the comment.
`;
  return `
Now:
  npx vitest run ${tests}
                                        runs its tests in seconds
  npm run fix && npm run check          names what is missing
  npm run demo -- --assistant ${id}   shows an outage of it; pictures in demo-pictures
${unseen}
Check the file and state the sources of its facts in the comment. CONTRIBUTING.md describes the optional fields:
dependencies, paths of messages, and composer hints.`;
}
