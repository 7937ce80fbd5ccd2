import { TimedText } from '@/components/timed-text';
import { WayBack } from '@/components/way-back';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupRow } from '@/utils/ui/popup/popup-row';

/** What holds of one assistant now, in our words: since when, what its makers do, what that means for the person. */
export function RowStanding({ row, actions }: { row: PopupRow; actions: PopupActions }) {
  const { assistantId, snoozed } = row;
  const { lead = null, models = null, advice = null } = row.help ?? {};
  const phase = row.post?.phase ?? null;
  const says = [
    row.recovered,
    row.onlyParts,
    row.basis,
    row.leaning,
    phase,
    models,
    row.reason,
    row.lastKnown,
    advice,
    row.ahead,
  ];
  return (
    <>
      {snoozed !== null && (
        <WayBack
          text={snoozed.text}
          label={snoozed.end}
          name={snoozed.endFor}
          onBack={() => actions.snooze(assistantId, null)}
        />
      )}
      {row.since !== null && (
        <p className="quiet">
          <TimedText value={row.since} />
        </p>
      )}
      {lead !== null && <p className="quiet">{lead}</p>}
      {says
        .filter((text) => text !== null)
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
    </>
  );
}
