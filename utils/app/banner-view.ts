import type { Registry } from '@/utils/assistants/lookups';
import { clockTime, factLine, languageOf, sentenceGap, sentences } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  checkedWords,
  levelTitle,
  maintenanceHeadline,
  maintenanceProgress,
  modelsWords,
  onlyPartsWords,
  reasonWords,
  recoveredHeadline,
  sinceAndLength,
  startOf,
  subjectOf,
  suspicionDetail,
  suspicionHeadline,
} from '@/utils/i18n/verdict-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { Suspicion } from '@/utils/model/evidence';
import { isTrouble } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import { type Incident, isUnderWay, type Maintenance } from '@/utils/model/report';
import { lastedMsOf, type Recovery, type Status, statusLinkOf } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { BannerView } from '@/utils/model/views';
import { type BannerDecision, bannerFor } from '@/utils/rules/notifying/surfaces';

/** Why nothing is known and what the last level was, or what is affected. */
function detailOf({ name }: Assistant, verdict: Verdict, episode: Episode, speech: Speech): string | null {
  const reason = reasonWords(verdict, speech);
  if (reason !== null) return sentences([reason, speech.t('last_known', speech.t(`level_${episode.level}`))], speech);
  const [maintenance] = verdict.maintenances;
  if (verdict.kind === 'maintenance' && maintenance !== undefined) return maintenanceProgress(maintenance, speech);
  return sentences([onlyPartsWords(verdict, speech), modelsWords(name, verdict, speech)], speech);
}

type BannerText = Pick<
  BannerView,
  'kind' | 'level' | 'headline' | 'since' | 'phase' | 'detail' | 'words' | 'isOver'
> & {
  /** The page of the incident or maintenance itself; null leads to the status page. */
  postUrl: string | null;
};
type Decision = Exclude<BannerDecision, { show: 'nothing' }>;

/** Most banners show no dates, and are not about an end. */
const PLAIN = { since: null, phase: null, detail: null, isOver: false } as const;

/** The latest update that the provider wrote about an incident or a maintenance. */
function wordsOf(
  { provider }: Assistant,
  post: Incident | Maintenance | undefined,
  speech: Speech,
): BannerView['words'] {
  if (post === undefined) return null;
  const [update] = post.updates;
  const by = factLine([provider, update === undefined ? null : clockTime(update.at, speech)], speech);
  return { title: post.title, text: update?.text ?? '', by };
}

function troubleText(assistant: Assistant, verdict: Verdict, episode: Episode, speech: Speech): BannerText {
  const [incident] = verdict.incidents;
  const isAffected = isTrouble(verdict.level);
  return {
    ...PLAIN,
    // The kind of the verdict, not 'trouble': an outage whose page can no longer be read is unknown, not over.
    kind: verdict.kind,
    level: verdict.level,
    headline: levelTitle(subjectOf(assistant.name, verdict.onlyParts, speech), verdict.level, speech),
    since: isAffected ? sinceAndLength(startOf(verdict, episode, speech.now), speech) : null,
    phase: isAffected && incident !== undefined ? speech.t(`popup_phase_${incident.phase}`) : null,
    detail: detailOf(assistant, verdict, episode, speech),
    words: wordsOf(assistant, incident, speech),
    postUrl: incident?.url ?? null,
  };
}

/** For the user's own failures over a whole page. What such a page shows itself is explained with its basis. */
function basisOf({ isByWholePage }: Verdict, suspicion: Suspicion, speech: Speech): string | null {
  return isByWholePage && suspicion.source === 'evidence' ? speech.t('by_whole_page') : null;
}

function suspicionText(assistant: Assistant, verdict: Verdict, suspicion: Suspicion, speech: Speech): BannerText {
  const incident =
    suspicion.source === 'page' ? verdict.incidents.find(({ id }) => id === suspicion.incidentId) : undefined;
  return {
    ...PLAIN,
    kind: 'suspected',
    level: verdict.level,
    headline: suspicionHeadline(suspicion, speech),
    detail: sentences(
      [suspicionDetail(assistant.name, suspicion, verdict.level, speech), basisOf(verdict, suspicion, speech)],
      speech,
    ),
    words: wordsOf(assistant, incident, speech),
    postUrl: incident?.url ?? null,
  };
}

function maintenanceText(assistant: Assistant, maintenance: Maintenance, speech: Speech): BannerText {
  const hasBegun = isUnderWay(maintenance);
  const { name } = assistant;
  return {
    ...PLAIN,
    kind: 'maintenance',
    level: 'maintenance',
    headline: hasBegun ? speech.t('headline_maintenance', name) : maintenanceHeadline(name, maintenance, speech),
    detail: hasBegun ? maintenanceProgress(maintenance, speech) : null,
    words: wordsOf(assistant, maintenance, speech),
    postUrl: maintenance.url,
  };
}

function recoveryText({ name }: Assistant, recovery: Recovery, speech: Speech): BannerText {
  return {
    ...PLAIN,
    kind: 'up',
    level: 'operational',
    headline: recoveredHeadline(subjectOf(name, recovery.episode.onlyParts, speech), lastedMsOf(recovery), speech),
    words: null,
    postUrl: null,
    isOver: true,
  };
}

function textFor(assistant: Assistant, decision: Decision, speech: Speech): BannerText {
  switch (decision.show) {
    case 'trouble':
      return troubleText(assistant, decision.verdict, decision.episode, speech);
    case 'suspicion':
      return suspicionText(assistant, decision.verdict, decision.suspicion, speech);
    case 'maintenance':
      return maintenanceText(assistant, decision.maintenance, speech);
    case 'recovery':
      return recoveryText(assistant, decision.recovery, speech);
  }
}

/** What the link to a post says. A recovery has no post. */
const POST_LINKS = {
  trouble: 'popup_incident_page',
  suspicion: 'popup_incident_page',
  maintenance: 'popup_maintenance_page',
  recovery: 'popup_incident_page',
} as const;

/** What the banner on an assistant's site shows now, in finished sentences; null for no banner. */
export function bannerView(
  id: AssistantId,
  status: Status,
  options: Pick<Options, 'theme' | 'carriesConversation'>,
  { registry, speech }: { registry: Registry; speech: Speech },
): BannerView | null {
  const decision = bannerFor(id, status, speech.now);
  if (decision.show === 'nothing') return null;
  const assistant = registry.get(id);
  const { postUrl, ...text } = textFor(assistant, decision, speech);
  const isAwaited = status.awaited[id] !== undefined;
  const isIssue = decision.show === 'trouble' || decision.show === 'suspicion';
  return {
    assistantId: id,
    ...text,
    statusUrl: postUrl ?? statusLinkOf(status, assistant),
    checked: checkedWords(decision.verdict, speech),
    isAwaited: isIssue ? isAwaited : null,
    theme: options.theme,
    ...languageOf(speech),
    path: assistant.chatSites[0]?.path ?? '/',
    carriesConversation: options.carriesConversation,
    composerHints: assistant.composerHints,
    labels: {
      takesDraft: speech.t('banner_takes_draft'),
      takesConversation: speech.t('banner_takes_conversation'),
      choice: speech.t('conversation_choice'),
      draftOnly: speech.t('conversation_draft_only'),
      withConversation: speech.t('conversation_with'),
      reading: speech.t('conversation_reading'),
      filesNote: speech.t('banner_files_may_come'),
      gap: sentenceGap(speech),
      cannotRead: speech.t('banner_cannot_read'),
      continueIn: speech.t('banner_continue'),
      keep: isIssue ? speech.t('waiting_keep', assistant.name) : null,
      awaits: speech.t('await_ask'),
      check: speech.t('check_ask'),
      dismiss: speech.t(decision.show === 'trouble' ? 'banner_dismiss' : 'banner_close'),
      link: speech.t(postUrl === null ? 'banner_status_page' : POST_LINKS[decision.show]),
      region: speech.t('banner_region', assistant.name),
      nobody: speech.t('banner_nobody'),
    },
  };
}
