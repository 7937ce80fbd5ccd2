import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Sign } from '@/utils/model/sign';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { badgeFor } from '@/utils/rules/badge';
import { rankAlternatives } from '@/utils/rules/rank-alternatives';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import { directionOf } from './direction-of';
import { type PopupAccess, type PopupBanners, popupBanners } from './popup-banners';
import { type PopupRow, popupRow } from './popup-row';
import { type PopupSummary, popupSummary } from './popup-summary';
import { type Timed, timed } from './timed';
import { verdictNow } from './verdict-now';

/** All that the popup shows, in finished sentences. */
export interface PopupView {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  sign: Sign;
  summary: PopupSummary;
  /** Ways to carry on while somebody is in trouble, or the sentence that there are none; null when none is needed. */
  ways: { links: { assistantId: AssistantId; label: string; url: string }[]; nobody: string | null } | null;
  rows: PopupRow[];
  banners: PopupBanners;
  checked: Timed;
  labels: { watched: string; also: string; more: string; less: string; refresh: string; refreshing: string };
}

function waysOn(status: Status, options: Options, speech: Speech): PopupView['ways'] {
  const troubled = options.watched.find((id) => status.verdicts[id]?.kind === 'trouble');
  if (troubled === undefined || !status.isOnline) return null;
  const { now } = speech;
  const ids = rankAlternatives({ candidates: options.watched, except: troubled, verdicts: status.verdicts, now });
  const links = ids.map((id) => {
    const { name, chatSites } = assistantOf(id);
    return { assistantId: id, label: speech.t('popup_continue_in', name), url: chatSites[0].url };
  });
  return { links, nobody: links.length > 0 ? null : speech.t('banner_nobody') };
}

/** The oldest reading speaks for all. */
function checkedOf(checkedAt: number | null, verdicts: readonly Verdict[], speech: Speech): Timed {
  if (checkedAt === null) return timed(speech.t('checked_never'), null, speech);
  const isOld = verdicts.some((verdict) => verdict.isStale || verdict.kind === 'unknown');
  return timed(speech.t(isOld ? 'popup_last_read' : 'checked', clockTime(checkedAt, speech)), checkedAt, speech);
}

/** What the popup says now of what is remembered, what was chosen and what was granted. Pure. */
export function popupView(remembered: Status, options: Options, access: PopupAccess, speech: Speech): PopupView {
  const verdicts = options.watched.map((id) => verdictNow(remembered, id, speech.now));
  const status = { ...remembered, verdicts: Object.fromEntries(verdicts.map((v) => [v.assistantId, v])) };
  const badge = badgeFor(status, options.watched);
  const { t } = speech;
  const language = t('popup_language');
  return {
    language,
    direction: directionOf(language),
    title: t('extension_short_name'),
    sign: badge.sign,
    summary: popupSummary(status, verdicts, speech),
    ways: waysOn(status, options, speech),
    rows: verdicts.map((verdict) => popupRow(status, verdict, speech)),
    banners: popupBanners(options.watched, access, speech),
    checked: checkedOf(badge.checkedAt, verdicts, speech),
    labels: {
      watched: t('popup_watched'),
      also: t('popup_also'),
      more: t('popup_more'),
      less: t('popup_less'),
      refresh: t('popup_refresh'),
      refreshing: t('popup_refreshing'),
    },
  };
}
