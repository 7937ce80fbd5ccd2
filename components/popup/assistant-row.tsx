import { SignIcon } from '@/components/sign-icon';
import type { PopupRow } from '@/utils/ui/popup-row';
import type { PopupView } from '@/utils/ui/popup-view';
import { MakerPost } from './maker-post';
import { OtherIncidents } from './other-incidents';
import { OutsideLink } from './outside-link';
import { TimedText } from './timed-text';

/** One watched assistant: its sign and level, where that comes from and when, and what its maker says. */
export function AssistantRow({ row, labels }: { row: PopupRow; labels: PopupView['labels'] }) {
  const says = [row.recovered, row.post?.phase ?? null, row.reason].filter((text) => text !== null);
  return (
    <li
      className="row"
      data-assistant={row.assistantId}
      data-verdict={row.kind}
      data-level={row.level}
      data-past={row.isPast || undefined}
    >
      <div className="row-head">
        <SignIcon sign={row.sign} />
        <h2>{row.name}</h2>
        <p className="level">{row.levelWords}</p>
      </div>
      <div className="row-body">
        {row.since !== null && (
          <p className="quiet">
            <TimedText value={row.since} />
          </p>
        )}
        {says.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {row.post !== null && <MakerPost post={row.post} labels={labels} />}
        {row.also.length > 0 && <OtherIncidents heading={labels.also} incidents={row.also} />}
        <p className="meta">
          <TimedText value={row.checked} />
          <OutsideLink url={row.source.url}>{row.source.host}</OutsideLink>
        </p>
      </div>
    </li>
  );
}
