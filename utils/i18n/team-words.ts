import type { Verdict } from '@/utils/model/verdict';
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
  const since = t(start.isKnown ? 'team_since_told' : 'team_since_seen', utcTime(start.at));
  const phase = incident === undefined ? [] : [t(`popup_phase_${incident.phase}`)];
  const url = incident?.url ?? statusUrl;
  const facts = [bold(t('history_labeled_value', name, t(`level_${verdict.level}`))), ...[since, ...phase].map(text)];
  return [...facts, ...(url === '' ? [] : [link(url, t('banner_status_page'))])].join(' · ');
}
