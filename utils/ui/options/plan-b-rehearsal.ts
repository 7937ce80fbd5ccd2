import { wayTarget } from '@/utils/assistants/way-target';
import type { Options } from '@/utils/model/options';
import type { Rehearsal, RehearsalOutcome } from '@/utils/model/rehearsal';
import type { WayId } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';
import { isExpired } from '@/utils/rules/plan-carry';
import { type Timed, timed } from '@/utils/ui/timed';
import { clockTime } from '@/utils/words/moments';
import type { MessageKey, Speech } from '@/utils/words/speech';

export interface PlanBRehearsal {
  heading: string;
  why: string;
  /** Null where nothing in the plan could be opened. */
  attempt: { wayId: WayId; label: string } | null;
  nothing: string;
  /** What became of the last one. */
  last: Timed;
}

const SAID: Record<RehearsalOutcome | 'lost', MessageKey> = {
  exact: 'rehearsal_exact',
  attached: 'rehearsal_attached',
  altered: 'rehearsal_altered',
  refused: 'rehearsal_refused',
  too_long: 'rehearsal_too_long',
  occupied: 'rehearsal_occupied',
  no_composer: 'rehearsal_no_composer',
  under_way: 'rehearsal_under_way',
  by_hand: 'rehearsal_by_hand',
  by_address: 'rehearsal_by_address',
  lost: 'rehearsal_lost',
};

function lastWords(rehearsal: Rehearsal | null, { ownChats }: Options, speech: Speech): Timed {
  if (rehearsal === null) return timed(speech.t('rehearsal_never'), null, speech);
  const { to, at, outcome } = rehearsal;
  const isLost = outcome === 'under_way' && isExpired({ startedAt: at }, speech.now);
  const said = speech.t(SAID[isLost ? 'lost' : outcome]);
  const name = wayTarget(to, ownChats)?.name ?? '';
  return timed(speech.t('rehearsal_last', clockTime(at, speech), name, said), at, speech);
}

export function planBRehearsal(options: Options, rehearsal: Rehearsal | null, speech: Speech): PlanBRehearsal {
  const first = orderWays(options)
    .map((wayId) => ({ wayId, target: wayTarget(wayId, options.ownChats) }))
    .find(({ target }) => target !== null && target.url !== null);
  const { t } = speech;
  return {
    heading: t('rehearsal'),
    why: t('rehearsal_why'),
    attempt: first?.target == null ? null : { wayId: first.wayId, label: t('rehearsal_try', first.target.name) },
    nothing: t('rehearsal_nothing'),
    last: lastWords(rehearsal, options, speech),
  };
}
