import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { speechNow } from '@/utils/browser/i18n';
import { saveFile } from '@/utils/browser/settings-file';
import { fullTime } from '@/utils/i18n/moments';
import { type Runbook, runbookMade, runbookMarkdown, runbookTitle } from '@/utils/i18n/runbook';
import type { Speech } from '@/utils/i18n/speech';
import { statusLinkOf } from '@/utils/model/status';
import { assistantOf } from '@/utils/ui/page-registry';
import { plannedFallbacks, testOutcome } from './plan-b';
import type { OptionsData } from './state';

/** Plan B as it is now: who to switch to, in which order, what goes along, and how the last test ended. */
export function runbookOf(
  { options, granted, preset, status }: Pick<OptionsData, 'options' | 'granted' | 'preset' | 'status'>,
  speech: Speech,
): Runbook {
  const { t } = speech;
  const watched = options.watched.map(assistantOf);
  const { rehearsal } = status;
  return {
    title: runbookTitle(
      watched.map(({ name }) => name),
      speech,
    ),
    made: runbookMade(speech),
    checks: watched.map((assistant) => ({ name: assistant.name, url: statusLinkOf(status, assistant) })),
    steps: plannedFallbacks(options, granted, preset).map(({ id, name, assistant, draftKey }) => ({
      name,
      url: fallbackTarget(id, options)?.url ?? null,
      draft: draftKey === null ? null : t(draftKey),
      statusUrl: assistant === null ? null : statusLinkOf(status, assistant),
    })),
    along: t(options.carriesConversation ? 'runbook_along_conversation' : 'runbook_along_draft'),
    // Printed, a time of day alone would be read on another day.
    test:
      rehearsal === null
        ? t('fallback_test_never')
        : t(
            `fallback_test_${testOutcome(rehearsal, speech.now)}`,
            fullTime(rehearsal.at, speech),
            fallbackTarget(rehearsal.to, options)?.name ?? '',
          ),
  };
}

/** Saves the runbook as a Markdown file. */
export function saveRunbook(runbook: Runbook): void {
  saveFile('understudy-plan-b.md', 'text/markdown', runbookMarkdown(runbook, speechNow()));
}
