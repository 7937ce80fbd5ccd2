import { OutsideLink } from '@/components/outside-link';
import { TimedText } from '@/components/timed-text';
import { UpdateList } from '@/components/update-list';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';
import type { PopupPost } from '@/utils/ui/popup/popup-post';
import { ClampedText } from './clamped-text';

/** The maker's own words, set apart from ours. They may run either way. */
export function MakerPost({ post, labels }: { post: PopupPost; labels: PopupLabels }) {
  const { updates, text, link } = post;
  return (
    <article className="post">
      <h3 dir="auto">{post.title}</h3>
      {updates.length === 0 && text !== null && <ClampedText key={text} text={text} labels={labels} />}
      {updates.length > 0 && <UpdateList updates={updates} label={labels.updates} />}
      <p className="meta">
        <TimedText value={post.by} />
        {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
      </p>
    </article>
  );
}
