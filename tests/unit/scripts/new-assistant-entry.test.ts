import { describe, expect, it } from 'vitest';
import type { AssistantFacts } from '@/scripts/new-assistant/assistant-facts';
import { withChoice, withId, withLine } from '@/scripts/new-assistant/edit-lists';
import { nextSteps } from '@/scripts/new-assistant/next-steps';
import { entryFile, testFile } from '@/scripts/new-assistant/write-entry';
import { readText } from '@/tests/contract/source-files';

const facts: AssistantFacts = {
  id: 'some_body',
  name: 'Some "Body"',
  provider: "Some d'Or",
  verifiedOn: '2026-11-22',
  source: 'page',
  chat: new URL('https://chat.somebody.example/new'),
  page: {
    kind: 'read',
    platform: 'statuspage',
    origin: 'https://status.somebody.example',
    pageId: 'v8k2mz5r1xqw',
    core: [{ id: '0abc', name: 'Chat' }],
    features: [{ id: 'c7m4', name: 'API' }],
  },
};

describe('a generated assistant', () => {
  it('has a registry file in the project’s format', () => {
    expect(entryFile(facts)).toContain("provider: 'Some d\\'Or'");
    expect(entryFile(facts)).toContain("core: { '0abc': 'Chat' },\n      features: { c7m4: 'API' },");
    expect(entryFile(facts)).toContain("chatSites: [chatSite('chat.somebody.example', '/new')],");
    const unread = entryFile({
      ...facts,
      page: { kind: 'link', address: 'https://status.somebody.example', reason: 'part_not_known' },
    });
    expect(unread).toContain("unreadReason: 'part_not_known'");
    expect(unread).not.toContain('statusPage(');
    expect(entryFile({ ...facts, page: { kind: 'none' } })).not.toMatch(/status(Page|Link)/);
  });

  it('has a test if it has a readable page', () => {
    expect(testFile(facts)).toContain("from '@/utils/assistants/some-body'");
    expect(testFile({ ...facts, page: { kind: 'none' } })).toBeNull();
  });

  it('has its id, list entry and import in the right places', () => {
    expect(withId(readText('utils/model/assistant.ts'), facts)).toMatch(
      /'some_body',\n\] as const;\nexport type Registered/,
    );
    const list = withLine(readText('utils/assistants/assistants.ts'), facts);
    expect(list).toMatch(/ {2}someBody,\n\];\n$/);
    const names = [...list.matchAll(/from '\.\/(.+)'/g)].map(([, name]) => name);
    expect(names).toContain('some-body');
    expect(names).toEqual(names.toSorted());
    const last = withLine(readText('utils/assistants/assistants.ts'), { ...facts, id: 'zzz' });
    expect(last).toMatch(/\nimport \{ zzz \} from '\.\/zzz';\n\n\/\*\*/);
  });

  it('is added to the managed schema', () => {
    const [before, after] = [readText('public/managed-schema.json'), '|some_body|page:[0-9]+)$"'];
    expect(before).not.toContain(after);
    expect(withChoice(before, facts)).toContain(after);
    expect(JSON.parse(withChoice(before, facts))).toMatchObject({ type: 'object' });
  });

  it.each(['files', 'stand_in'] as const)('has a step to set the day of the check if its page is from %s', (source) => {
    expect(nextSteps({ ...facts, source })).toContain('set verifiedOn in utils/assistants/some-body.ts');
    expect(nextSteps({ ...facts, source: 'page' })).not.toContain('verifiedOn');
  });

  it('names the tests to run', () => {
    const quick = 'contract/registry unit/browser/preset';
    expect(nextSteps(facts)).toContain(`npx vitest run tests/unit/assistants/some-body.test.ts ${quick}\n`);
    expect(nextSteps({ ...facts, page: { kind: 'none' } })).toContain(`npx vitest run ${quick}\n`);
  });

  it('is not written when the marker for its id is missing', () => {
    expect(() => withId('nothing', facts)).toThrow();
  });
});
