import { registryOf } from '@/utils/assistants/lookups';
import { clockTime, directionOf } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import {
  checkedWords,
  headline,
  maintenanceHeadline,
  maintenanceProgress,
  modelsWords,
  onlyPartsWords,
  phaseWords,
  reasonWords,
  recoveredHeadline,
  startOf,
  subjectOf,
  suspicionDetail,
  suspicionHeadline,
} from '@/utils/i18n/verdict-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { Suspicion } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import { type Incident, isUnderWay, type Maintenance } from '@/utils/model/report';
import { lastedMsOf, type Recovery, type Status, statusLinkOf } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { BannerView } from '@/utils/model/views';
import { type BannerDecision, bannerFor } from '@/utils/rules/notifying/banner';

/** The line below the headline: why nothing is known and what the last level was, or the current phase. */
function phaseLine({ name, provider }: Assistant, verdict: Verdict, episode: Episode, speech: Speech): string | null {
  const reason = reasonWords(verdict, speech);
  if (reason !== null) return `${reason} ${speech.t('last_known', speech.t(`level_${episode.level}`))}`;
  const [maintenance] = verdict.maintenances;
  if (verdict.kind === 'maintenance' && maintenance !== undefined) return maintenanceProgress(maintenance, speech);
  const phase = phaseWords(provider, verdict, speech);
  const models = modelsWords(name, verdict, speech);
  return [onlyPartsWords(verdict, speech), phase, models].filter(Boolean).join(' ') || null;
}

type Told = Pick<BannerView, 'kind' | 'level' | 'headline' | 'phase' | 'words' | 'isOver'> & {
  /** The page of the incident or maintenance itself; null leads to the status page. */
  postUrl: string | null;
};
type Decision = Exclude<BannerDecision, { show: 'nothing' }>;

/** The latest update that the provider wrote about an incident or a maintenance. */
function wordsOf(post: Incident | Maintenance | undefined, speech: Speech): BannerView['words'] {
  if (post === undefined) return null;
  const [update] = post.updates;
  return { title: post.title, text: update?.text ?? '', at: update === undefined ? '' : clockTime(update.at, speech) };
}

function tellTrouble(assistant: Assistant, verdict: Verdict, episode: Episode, speech: Speech): Told {
  const [incident] = verdict.incidents;
  return {
    // The kind of the verdict, not 'trouble': an outage whose page can no longer be read is unknown, not over.
    kind: verdict.kind,
    level: verdict.level,
    headline: headline(
      subjectOf(assistant.name, verdict.onlyParts, speech),
      verdict.level,
      startOf(verdict, episode, speech.now),
      speech,
    ),
    phase: phaseLine(assistant, verdict, episode, speech),
    words: wordsOf(incident, speech),
    postUrl: incident?.url ?? null,
    isOver: false,
  };
}

function tellSuspicion({ name }: Assistant, verdict: Verdict, suspicion: Suspicion, speech: Speech): Told {
  const incident =
    suspicion.source === 'page' ? verdict.incidents.find(({ id }) => id === suspicion.incidentId) : undefined;
  return {
    kind: 'suspected',
    level: verdict.level,
    headline: suspicionHeadline(suspicion, speech),
    phase: suspicionDetail(name, suspicion, verdict.level, speech),
    words: wordsOf(incident, speech),
    postUrl: incident?.url ?? null,
    isOver: false,
  };
}

function tellMaintenance({ name }: Assistant, maintenance: Maintenance, speech: Speech): Told {
  const hasBegun = isUnderWay(maintenance);
  return {
    kind: 'maintenance',
    level: 'maintenance',
    headline: hasBegun ? speech.t('headline_maintenance', name) : maintenanceHeadline(name, maintenance, speech),
    phase: hasBegun ? maintenanceProgress(maintenance, speech) : null,
    words: wordsOf(maintenance, speech),
    postUrl: maintenance.url,
    isOver: false,
  };
}

function tellRecovery({ name }: Assistant, recovery: Recovery, speech: Speech): Told {
  return {
    kind: 'up',
    level: 'operational',
    headline: recoveredHeadline(subjectOf(name, recovery.episode.onlyParts, speech), lastedMsOf(recovery), speech),
    phase: null,
    words: null,
    postUrl: null,
    isOver: true,
  };
}

function tell(assistant: Assistant, decision: Decision, speech: Speech): Told {
  switch (decision.show) {
    case 'trouble':
      return tellTrouble(assistant, decision.verdict, decision.episode, speech);
    case 'suspicion':
      return tellSuspicion(assistant, decision.verdict, decision.suspicion, speech);
    case 'maintenance':
      return tellMaintenance(assistant, decision.maintenance, speech);
    case 'recovery':
      return tellRecovery(assistant, decision.recovery, speech);
  }
}

/** What the banner on an assistant's site shows now, in finished sentences; null for no banner. */
export function bannerView(
  id: AssistantId,
  status: Status,
  options: Pick<Options, 'theme' | 'ownPages'>,
  speech: Speech,
): BannerView | null {
  const decision = bannerFor(id, status, speech.now);
  if (decision.show === 'nothing') return null;
  const assistant = registryOf(options).get(id);
  const { postUrl, ...told } = tell(assistant, decision, speech);
  const isAwaited = status.awaited[id] !== undefined;
  return {
    assistantId: id,
    ...told,
    statusUrl: postUrl ?? statusLinkOf(status, assistant),
    checked: checkedWords(decision.verdict, speech),
    isAwaited: decision.show === 'trouble' || decision.show === 'suspicion' ? isAwaited : null,
    theme: options.theme,
    direction: directionOf(speech.t('popup_language')),
    path: assistant.chatSites[0]?.path ?? '/',
    composerHints: assistant.composerHints,
    labels: {
      takesDraft: speech.t('banner_takes_draft'),
      leavesFiles: speech.t('banner_leaves_files'),
      cannotRead: speech.t('banner_cannot_read'),
      continueIn: speech.t('banner_continue'),
      awaits: speech.t('await_ask'),
      check: speech.t('check_ask'),
      history: speech.t('banner_history'),
      dismiss: speech.t(decision.show === 'trouble' ? 'banner_dismiss' : 'banner_close'),
      statusPage: speech.t('banner_status_page'),
      region: speech.t('banner_region', assistant.name),
      nobody: speech.t('banner_nobody'),
    },
  };
}
