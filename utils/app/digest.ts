import type { AssistantId } from '@/utils/model/assistant';
import type { Back } from '@/utils/model/back';
import type { Change } from '@/utils/model/change';
import type { Decision } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import type { Options } from '@/utils/model/options';
import { isQuiet } from '@/utils/model/quiet-hours';
import type { Status } from '@/utils/model/status';
import { backNotice, decideMaintenanceNotices, decideNotifications } from '@/utils/rules/decide-notifications';
import { tellsBeginnings } from '@/utils/rules/gather-notices';
import { morningNotices } from '@/utils/rules/morning-notices';
import type { Mute } from '@/utils/rules/mutes';
import { withoutUnwatched } from '@/utils/rules/without-unwatched';
import { digestOne, withoutTrouble } from './digest-one';
import type { Moment } from './moment';

const MAX_DECISIONS = 50;
/** More than a night brings. */
const MAX_HELD = 50;

const asHeld = (decision: Decision): Decision =>
  decision.isTold ? { ...decision, isTold: false, reason: 'quiet_hours' } : decision;

/**
 * Judges everyone given from what was read, and notes what that changes and what is owed for it. Pure. Those who
 * are not watched (alternatives) are judged, but nothing is told of them.
 */
export function digest(status: Status, ids: readonly AssistantId[], options: Options, moment: Moment): Status {
  const changes: Change[] = [];
  const maintenanceChanges: MaintenanceChange[] = [];
  const decisions: Decision[] = [];
  const backs: Back[] = [];
  const mutes = new Map<AssistantId, Exclude<Mute, null | 'not_watched'>>();
  let next = withoutUnwatched(status, options.watched);
  for (const id of ids) {
    const digested = digestOne(next, id, options, moment);
    next = digested.status;
    if (digested.mute === 'not_watched') {
      next = withoutTrouble(next, id);
      continue;
    }
    if (digested.mute !== null) mutes.set(id, digested.mute);
    if (digested.back !== null) backs.push(digested.back);
    changes.push(...digested.changes);
    maintenanceChanges.push(...digested.maintenanceChanges);
    decisions.push(...digested.decisions);
  }
  const told = decideNotifications(changes, options, mutes, next.lastBeginning, next);
  const ahead = decideMaintenanceNotices(maintenanceChanges, options, mutes);
  const isHeld = isQuiet(options.quietHours, moment.minute);
  const news = [...told.notices, ...ahead.notices];
  // Of whom there is news now, that says it all.
  const others = options.watched.filter((id) => !changes.some(({ assistantId }) => assistantId === id));
  const due = isHeld ? [] : [...morningNotices(next, others, moment.now), ...news];
  // Whoever asked to be told when it is back is told whatever the hour.
  const notices = [...due, ...backs.map(backNotice)];
  const replaced = new Set(notices.map((notice) => notice.id));
  const judged = [...told.decisions, ...ahead.decisions].map((decision) => (isHeld ? asHeld(decision) : decision));
  return {
    ...next,
    lastBeginning: told.notices.find(tellsBeginnings) ?? next.lastBeginning,
    decisions: [...[...judged, ...decisions].reverse(), ...next.decisions].slice(0, MAX_DECISIONS),
    held: isHeld ? [...next.held, ...news].slice(-MAX_HELD) : [],
    outbox: [...next.outbox.filter((notice) => !replaced.has(notice.id)), ...notices],
  };
}
