import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { Recovery, Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { BannerView } from '@/utils/model/views';
import { bannerFor } from '@/utils/rules/banner';
import { maintenanceProgress } from '@/utils/words/maintenance-words';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import {
  checkedWords,
  headline,
  modelsWords,
  phaseWords,
  reasonWords,
  recoveredHeadline,
  startOf,
} from '@/utils/words/verdict-words';

/** Null when nobody knows when it began or when it ended. */
function lengthOf({ episode, endedAt, isEndKnown }: Recovery): number | null {
  return isEndKnown && episode.isStartKnown ? endedAt - episode.startedAt : null;
}

/** The one line below the headline: why nothing is known and what was last, or what goes on. */
function phaseLine(name: string, verdict: Verdict, episode: Episode, speech: Speech): string | null {
  const reason = reasonWords(verdict, speech);
  if (reason !== null) return `${reason} ${speech.t('last_known', speech.t(`level_${episode.level}`))}`;
  const [maintenance] = verdict.maintenances;
  if (verdict.kind === 'maintenance' && maintenance !== undefined) return maintenanceProgress(maintenance, speech);
  const phase = phaseWords(name, verdict, speech);
  const models = modelsWords(name, verdict, speech);
  return [phase, models].filter(Boolean).join(' ') || null;
}

/** What the banner on an assistant's site shows now, in finished sentences; null when there shall be none. */
export function bannerView(id: AssistantId, status: Status, speech: Speech): BannerView | null {
  const decision = bannerFor(id, status, speech.now);
  if (decision.show === 'nothing') return null;
  const { name, statusPage, chatSites, composerHints } = assistantOf(id);
  const { verdict, episode } = decision;
  const [incident] = verdict.incidents;
  const [update] = incident?.updates ?? [];
  const isOver = decision.show === 'recovery';
  // Trouble that can no longer be read is not called trouble any longer, nor is it called over.
  const { level } = verdict;
  const start = startOf(verdict, episode, speech.now);
  return {
    assistantId: id,
    kind: isOver ? 'up' : verdict.kind,
    level: isOver ? 'operational' : level,
    headline: isOver
      ? recoveredHeadline(name, lengthOf(decision.recovery), speech)
      : headline(name, level, start, speech),
    phase: isOver ? null : phaseLine(name, verdict, episode, speech),
    words:
      isOver || incident === undefined
        ? null
        : { title: incident.title, text: update?.text ?? '', at: clockTime(update?.at ?? incident.updatedAt, speech) },
    checked: checkedWords(verdict, speech),
    statusUrl: incident?.url ?? statusPage.origin,
    isOver,
    path: chatSites[0].path,
    composerHints,
    labels: {
      takesDraft: speech.t('banner_takes_draft'),
      pasteThere: speech.t('banner_paste_there'),
      continueIn: speech.t('banner_continue'),
      dismiss: speech.t('banner_dismiss'),
      statusPage: speech.t('banner_status_page'),
      region: speech.t('banner_region', name),
      nobody: speech.t('banner_nobody'),
    },
  };
}
