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
                                        the tests of it, in seconds
  npm run fix && npm run check          says what is missing
  npm run demo -- --assistant ${id}   plays an outage of it; pictures in demo-pictures
${unseen}
Look at the file once: say in its comment where the facts come from. Who else's models it lends, paths that messages go
to and a composer of its own are in CONTRIBUTING.md; without them all else works.`;
}
