import { useId } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { Chevron } from '@/components/chevron';
import { OutsideLink } from '@/components/outside-link';
import { SignIcon } from '@/components/sign-icon';
import { TimedText } from '@/components/timed-text';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';
import type { PopupRow } from '@/utils/ui/popup/popup-row';
import { AccessRequest } from './access-request';
import { MakerPost } from './maker-post';
import { MovedPage } from './moved-page';
import { OtherIncidents } from './other-incidents';
import { RowActions } from './row-actions';
import { RowAwaited } from './row-awaited';
import { RowDetails } from './row-details';
import { RowStanding } from './row-standing';

interface Props {
  row: PopupRow;
  labels: PopupLabels;
  actions: PopupActions;
}

/** One watched assistant: its sign and level at a glance, what matters now beneath, and all the rest once it is opened. */
export function AssistantRow({ row, labels, actions }: Props) {
  const id = useId();
  const { assistantId, detail, ask } = row;
  return (
    <li
      className="row"
      data-assistant={assistantId}
      data-verdict={row.kind}
      data-level={row.level}
      data-past={row.isPast || undefined}
    >
      <h2>
        <button
          type="button"
          className="opener"
          aria-expanded={detail !== null}
          aria-controls={id}
          onClick={() => actions.toggle(assistantId)}
        >
          <SignIcon sign={row.sign} />
          <AssistantMark mark={row.mark} />
          <span className="name">{row.name}</span>
          <span className="level">{row.levelWords}</span>
          <Chevron />
        </button>
      </h2>
      <div id={id} className="row-body">
        <RowStanding row={row} actions={actions} />
        {row.moved !== null && <MovedPage moved={row.moved} labels={labels} actions={actions} />}
        {ask !== null && <AccessRequest ask={ask} onAsk={() => actions.allowReading(assistantId)} />}
        {row.post !== null && <MakerPost post={row.post} labels={labels} />}
        {row.help?.experience && <p className="quiet">{row.help.experience}</p>}
        <RowAwaited row={row} actions={actions} />
        <RowActions row={row} labels={labels} actions={actions} />
        {row.also.length > 0 && <OtherIncidents heading={labels.also} incidents={row.also} />}
        {detail !== null && <RowDetails row={row} detail={detail} actions={actions} />}
        {row.isCheckedTold && (
          <p className="meta">
            {row.checked !== null && <TimedText value={row.checked} />}
            {detail !== null && row.source !== null && (
              <OutsideLink url={row.source.url}>{row.source.host}</OutsideLink>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
