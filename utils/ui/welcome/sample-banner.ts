import { clockTime, directionOf } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { levelTitle, sinceAndLength } from '@/utils/i18n/verdict-words';
import type { AssistantId } from '@/utils/model/assistant';
import type { Theme } from '@/utils/model/options';
import type { BannerView } from '@/utils/model/views';
import { assistantOf } from '@/utils/ui/page-registry';

const STARTED_AGO_MS = 47 * 60_000;

/** A banner about a made-up outage. */
export function sampleBanner(id: AssistantId, theme: Theme, speech: Speech): BannerView {
  const { t, now } = speech;
  const { name, provider } = assistantOf(id);
  const start = { at: now - STARTED_AGO_MS, isKnown: true };
  return {
    assistantId: id,
    kind: 'trouble',
    level: 'partial_outage',
    headline: levelTitle(name, 'partial_outage', speech),
    since: sinceAndLength(start, speech),
    phase: t('popup_phase_identified'),
    detail: null,
    words: { title: t('sample_title'), text: t('sample_text'), by: provider },
    checked: t('checked', clockTime(now, speech)),
    statusUrl: null,
    isOver: false,
    isAwaited: null,
    theme,
    direction: directionOf(t('popup_language')),
    path: '/',
    composerHints: [],
    labels: {
      takesDraft: t('banner_takes_draft'),
      leavesFiles: t('banner_leaves_files'),
      cannotRead: t('banner_cannot_read'),
      continueIn: t('banner_continue'),
      awaits: t('await_ask'),
      check: t('check_ask'),
      dismiss: t('banner_close'),
      link: t('banner_status_page'),
      region: t('banner_region', name),
      nobody: t('banner_nobody'),
    },
  };
}
