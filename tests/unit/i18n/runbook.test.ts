import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { NOON } from '@/tests/fakes/samples';
import { type Runbook, runbookMarkdown, runbookTitle } from '@/utils/i18n/team-words';

const speech = englishAt(NOON);
const { t } = speech;

const RUNBOOK: Runbook = {
  title: 'Plan B for an outage of Claude',
  made: 'As of today.',
  checks: [
    { name: 'Claude', url: 'https://status.claude.com' },
    { name: 'Qwen', url: null },
  ],
  steps: [
    {
      name: 'Gemini',
      url: 'https://gemini.google.com/app',
      draft: 'Drafts are copied.',
      statusUrl: 'https://www.google.com',
    },
    { name: 'Team *chat*', url: 'https://chat.example.com/', draft: null, statusUrl: null },
    { name: 'Ollama', url: null, draft: null, statusUrl: null },
  ],
  along: 'The draft.',
  test: 'Not tested yet.',
};

describe('the runbook as Markdown', () => {
  const lines = runbookMarkdown(RUNBOOK, speech).split('\n');

  it('numbers the fallbacks in their order', () => {
    expect(lines.filter((line) => /^\d\./.test(line))).toEqual([
      '1. **Gemini**',
      '2. **Team \\*chat\\***',
      '3. **Ollama**',
    ]);
  });

  it('lists the status pages of the assistants in use', () => {
    expect(lines).toContain('- Claude: <https://status.claude.com>');
    expect(lines).toContain(`- Qwen: ${t('runbook_no_page')}`);
  });

  it('says of each fallback where it is, how a draft gets there and where its status is', () => {
    const at = lines.indexOf('1. **Gemini**');
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '   - <https://gemini.google.com/app>',
      '   - Drafts are copied.',
      `   - ${t('runbook_status_page')} <https://www.google.com>`,
    ]);
    expect(lines[lines.indexOf('3. **Ollama**') + 1]).toBe(`   - ${t('runbook_local')}`);
  });

  it('has a heading for each part and ends with one line break', () => {
    const headings = ['runbook_check', 'runbook_switch', 'runbook_along', 'runbook_test'] as const;
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(headings.map((key) => `## ${t(key)}`));
    expect(lines.slice(-2)).toEqual(['Not tested yet.', '']);
  });

  it('says that Plan B is empty', () => {
    expect(runbookMarkdown({ ...RUNBOOK, steps: [] }, speech)).toContain(t('plan_b_empty'));
  });
});

it('the title names the watched assistants, if there are any', () => {
  expect(runbookTitle(['Claude', 'ChatGPT'], speech)).toBe(t('runbook_title', 'Claude or ChatGPT'));
  expect(runbookTitle([], speech)).toBe(t('runbook_title_none'));
});
