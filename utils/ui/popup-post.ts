import { isUnderWay } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { phaseWords } from '@/utils/words/verdict-words';
import { type Timed, timed } from './timed';

/** What the maker says of the trouble or maintenance that leads. Title and text are theirs, the rest is ours. */
export interface PopupPost {
  title: string;
  phase: string | null;
  text: string | null;
  /** "Anthropic, 14:58" */
  by: Timed;
  link: { url: string; label: string } | null;
}

/** Null when the page says nothing about it. */
export function popupPost(names: { name: string; maker: string }, verdict: Verdict, speech: Speech): PopupPost | null {
  const by = (at: number): Timed => timed(speech.t('banner_words_at', names.maker, clockTime(at, speech)), at, speech);

  const [incident] = verdict.incidents;
  if (incident !== undefined) {
    const [update] = incident.updates;
    return {
      title: incident.title,
      phase: phaseWords(names.name, verdict, speech),
      text: update?.text || null,
      by: by(update?.at ?? incident.updatedAt),
      link: incident.url === null ? null : { url: incident.url, label: speech.t('popup_incident_page') },
    };
  }

  const maintenance = verdict.maintenances.find(isUnderWay);
  if (maintenance === undefined) return null;
  const { endsAt, url } = maintenance;
  const [update] = maintenance.updates;
  return {
    title: maintenance.title,
    phase: endsAt === null ? null : speech.t('popup_until', clockTime(endsAt, speech)),
    text: update?.text || null,
    by: by(update?.at ?? maintenance.startsAt),
    link: url === null ? null : { url, label: speech.t('popup_maintenance_page') },
  };
}
