import { everyone } from '@/utils/assistants/everyone';
import { wayTarget } from '@/utils/assistants/way-target';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { WayId } from '@/utils/model/way';
import { rankAlternatives } from '@/utils/rules/rank-alternatives';
import type { Speech } from '@/utils/words/speech';

/** Somewhere to go on, as a link. */
export interface WayLink {
  wayId: WayId;
  /** "Continue in ChatGPT" */
  label: string;
}

/** What can be gone on with now and has a page, the person's first choice foremost. */
export function wayLinks(
  options: Options,
  except: AssistantId,
  status: Pick<Status, 'pages' | 'verdicts'>,
  speech: Speech,
): WayLink[] {
  const ids = rankAlternatives({
    plan: options,
    except,
    status,
    assistants: everyone(),
    localAnswers: {},
    now: speech.now,
  });
  return ids.flatMap((wayId) => {
    const { name, url } = wayTarget(wayId, options.ownChats) ?? { name: '', url: null };
    return url === null ? [] : [{ wayId, label: speech.t('popup_continue_in', name) }];
  });
}
