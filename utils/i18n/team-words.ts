import type { Verdict } from '@/utils/model/verdict';
import { fullTime, listWords } from './moments';
import type { Speech } from './speech';
import type { Start } from './verdict-words';

/** Where the line is pasted: each has its own bold text and links. */
export const TEAM_FORMS = ['plain', 'slack', 'teams'] as const;
export type TeamForm = (typeof TEAM_FORMS)[number];

/** "2026-09-03 13:26" in UTC, so that it is the same for every reader. */
const utcTime = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** An address without the characters that end a link in one of the forms. */
const linkTarget = (url: string): string =>
  url.replace(/[<>|()\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Slack's mrkdwn: three characters are escaped (https://docs.slack.dev/messaging/formatting-message-text). */
const SLACK_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const forSlack = (text: string): string => text.replace(/[&<>]/g, (character) => SLACK_ESCAPES[character] ?? character);

/** Teams reads Markdown. */
const forTeams = (text: string): string => text.replace(/[\\`*_[\]<>~]/g, '\\$&');

const WRITERS: Readonly<
  Record<TeamForm, { text(text: string): string; bold(text: string): string; link(url: string, text: string): string }>
> = {
  plain: { text: (text) => text, bold: (text) => text, link: (url) => url },
  slack: {
    text: forSlack,
    bold: (text) => `*${forSlack(text)}*`,
    link: (url, text) => `<${forSlack(linkTarget(url))}|${forSlack(text)}>`,
  },
  teams: {
    text: forTeams,
    bold: (text) => `**${forTeams(text)}**`,
    link: (url, text) => `[${forTeams(text)}](${linkTarget(url)})`,
  },
};

/** "Claude: Partial outage · since 2026-09-03 13:26 UTC · Identified · https://…", for sharing. */
export function teamLine(
  name: string,
  verdict: Verdict,
  start: Start,
  statusUrl: string,
  form: TeamForm,
  { t }: Speech,
): string {
  const { text, bold, link } = WRITERS[form];
  const [incident] = verdict.incidents;
  const since = t(start.isKnown ? 'team_since_stated' : 'team_since_seen', utcTime(start.at));
  const phase = incident === undefined ? [] : [t(`popup_phase_${incident.phase}`)];
  const url = incident?.url ?? statusUrl;
  const facts = [bold(t('history_labeled_value', name, t(`level_${verdict.level}`))), ...[since, ...phase].map(text)];
  return [...facts, ...(url === '' ? [] : [link(url, t('banner_status_page'))])].join(' · ');
}

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

/** "Plan B for an outage of Claude or ChatGPT" */
export function runbookTitle(names: readonly string[], speech: Speech): string {
  return names.length === 0
    ? speech.t('runbook_title_none')
    : speech.t('runbook_title', listWords(names, 'disjunction', speech));
}

/** "As of Thursday, 3 September 2026 at 14:13:00 UTC." */
export const runbookMade = (speech: Speech): string => speech.t('runbook_made', fullTime(speech.now, speech));

/** Escapes what Markdown reads as markup. */
const forMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');

const markdownLink = (url: string): string => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;

/** The runbook as a Markdown file. */
export function runbookMarkdown({ title, made, checks, steps, along, test }: Runbook, { t }: Speech): string {
  const section = (heading: string, ...lines: string[]) => [`## ${forMarkdown(heading)}`, '', ...lines, ''];
  const pageOf = (url: string | null) => (url === null ? forMarkdown(t('runbook_no_page')) : markdownLink(url));
  const stepLines = steps.map(({ name, url, draft, statusUrl }, index) => {
    const facts = [
      url === null ? forMarkdown(t('runbook_local')) : markdownLink(url),
      draft === null ? null : forMarkdown(draft),
      statusUrl === null ? null : `${t('runbook_status_page')} ${markdownLink(statusUrl)}`,
    ];
    const lines = facts.filter((fact) => fact !== null).map((fact) => `   - ${fact}`);
    return [`${index + 1}. **${forMarkdown(name)}**`, ...lines].join('\n');
  });
  const lines = [
    `# ${forMarkdown(title)}`,
    '',
    forMarkdown(made),
    '',
    ...section(t('runbook_check'), ...checks.map(({ name, url }) => `- ${forMarkdown(name)}: ${pageOf(url)}`)),
    ...section(t('runbook_switch'), ...(steps.length === 0 ? [forMarkdown(t('plan_b_empty'))] : stepLines)),
    ...section(t('runbook_along'), forMarkdown(along)),
    ...section(t('runbook_test'), forMarkdown(test)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
