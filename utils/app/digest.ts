import type { AssistantId } from '@/utils/model/assistant';
import type { Back } from '@/utils/model/back';
import type { Change } from '@/utils/model/change';
import type { Decision } from '@/utils/model/decision';
import type { MaintenanceChange } from '@/utils/model/maintenance-change';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { backNotice, decideMaintenanceNotices, decideNotifications } from '@/utils/rules/decide-notifications';
import { tellsBeginnings } from '@/utils/rules/gather-notices';
import { digestOne, withoutTrouble } from './digest-one';
import type { Moment } from './moment';

const MAX_DECISIONS = 50;

/**
 * Judges everyone given from what was read, and notes what that changes and what is owed for it. Pure. Those who
 * are not watched (alternatives) are judged, but nothing is told of them.
 */
export function digest(status: Status, ids: readonly AssistantId[], options: Options, moment: Moment): Status {
  const changes: Change[] = [];
  const maintenanceChanges: MaintenanceChange[] = [];
  const decisions: Decision[] = [];
  const backs: Back[] = [];
  const mutes = new Map<AssistantId, 'snoozed' | 'works_for_me'>();
  let next = status;
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
  const told = decideNotifications(changes, mutes, next.lastBeginning, next.episodes);
  const ahead = decideMaintenanceNotices(maintenanceChanges, mutes);
  const notices = [...told.notices, ...ahead.notices, ...backs.map(backNotice)];
  const replaced = new Set(notices.map((notice) => notice.id));
  const news = [...told.decisions, ...ahead.decisions, ...decisions];
  return {
    ...next,
    lastBeginning: told.notices.find(tellsBeginnings) ?? next.lastBeginning,
    decisions: [...news.reverse(), ...next.decisions].slice(0, MAX_DECISIONS),
    outbox: [...next.outbox.filter((notice) => !replaced.has(notice.id)), ...notices],
  };
}
