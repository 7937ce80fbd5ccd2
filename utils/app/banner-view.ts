import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import type { BannerView } from '@/utils/model/views';
import { bannerFor } from '@/utils/rules/banner';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import {
  checkedWords,
  headline,
  phaseWords,
  reasonWords,
  recoveredHeadline,
  startOf,
} from '@/utils/words/verdict-words';

/** What the banner on an assistant's site shows now, in finished sentences; null when there shall be none. */
export function bannerView(id: AssistantId, status: Status, speech: Speech): BannerView | null {
  const decision = bannerFor(id, status, speech.now);
  if (decision.show === 'nothing') return null;
  const { name, statusPage } = assistantOf(id);
  const { verdict, episode } = decision;
  const [incident] = verdict.incidents;
  const [update] = incident?.updates ?? [];
  const isOver = decision.show === 'recovery';
  // Trouble that can no longer be read is not called trouble any longer, nor is it called over.
  const isKnown = verdict.kind !== 'unknown';
  const level = isKnown ? episode.level : 'unknown';
  const start = startOf(verdict, episode, speech.now);
  return {
    assistantId: id,
    kind: isOver ? 'up' : isKnown ? 'trouble' : 'unknown',
    level: isOver ? 'operational' : level,
    headline: isOver
      ? recoveredHeadline(name, decision.endedAt - episode.startedAt, speech)
      : headline(name, level, start, speech),
    phase: isOver ? null : (reasonWords(verdict, speech) ?? phaseWords(name, verdict, speech)),
    words:
      isOver || incident === undefined
        ? null
        : { title: incident.title, text: update?.text ?? '', at: clockTime(update?.at ?? incident.updatedAt, speech) },
    checked: checkedWords(verdict, speech),
    statusUrl: incident?.url ?? statusPage.origin,
    isOver,
    labels: {
      continueIn: speech.t('banner_continue'),
      dismiss: speech.t('banner_dismiss'),
      statusPage: speech.t('banner_status_page'),
      region: speech.t('banner_region', name),
      nobody: speech.t('banner_nobody'),
    },
  };
}
