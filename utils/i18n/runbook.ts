import { fullTime, listWords } from './moments';
import type { Speech } from './speech';

/** A page to look at, or a program on this device. */
export interface RunbookPlace {
  name: string;
  /** Null for a program on this device, or without a public status page. */
  url: string | null;
}

/** An assistant, chat or program to switch to. */
export interface RunbookStep extends RunbookPlace {
  /** How a draft gets there; null where that is not known. */
  draft: string | null;
  /** Null where there is no public status page. */
  statusUrl: string | null;
}

/** Plan B on one page, in words, for print and Markdown. */
export interface Runbook {
  title: string;
  made: string;
  /** The status pages of the assistants in use. */
  checks: RunbookPlace[];
  /** In order. */
  steps: RunbookStep[];
  along: string;
  test: string;
}

/** "When Claude or ChatGPT fails: Plan B" */
export function runbookTitle(names: readonly string[], speech: Speech): string {
  return names.length === 0
    ? speech.t('runbook_title_none')
    : speech.t('runbook_title', listWords(names, 'disjunction', speech));
}

/** "As of Thursday, 3 September 2026 at 14:13:00 UTC." */
export const runbookMade = (speech: Speech): string => speech.t('runbook_made', fullTime(speech.now, speech));

/** Escapes what Markdown reads as markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');

const link = (url: string): string => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;

/** The runbook as a Markdown file. */
export function runbookMarkdown({ title, made, checks, steps, along, test }: Runbook, { t }: Speech): string {
  const section = (heading: string, ...lines: string[]) => [`## ${plain(heading)}`, '', ...lines, ''];
  const pageOf = (url: string | null) => (url === null ? plain(t('runbook_no_page')) : link(url));
  const stepLines = steps.map(({ name, url, draft, statusUrl }, index) => {
    const facts = [
      url === null ? plain(t('runbook_local')) : link(url),
      draft === null ? null : plain(draft),
      statusUrl === null ? null : `${t('runbook_status_page')} ${link(statusUrl)}`,
    ];
    const lines = facts.filter((fact) => fact !== null).map((fact) => `   - ${fact}`);
    return [`${index + 1}. **${plain(name)}**`, ...lines].join('\n');
  });
  const lines = [
    `# ${plain(title)}`,
    '',
    plain(made),
    '',
    ...section(t('runbook_check'), ...checks.map(({ name, url }) => `- ${plain(name)}: ${pageOf(url)}`)),
    ...section(t('runbook_switch'), ...(steps.length === 0 ? [plain(t('plan_b_empty'))] : stepLines)),
    ...section(t('runbook_along'), plain(along)),
    ...section(t('runbook_test'), plain(test)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
