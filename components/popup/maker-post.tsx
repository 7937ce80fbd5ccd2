import type { PopupPost } from '@/utils/ui/popup-post';
import { ClampedText } from './clamped-text';
import { OutsideLink } from './outside-link';
import { TimedText } from './timed-text';

/** The maker's own words, set apart from ours. They may run either way. */
export function MakerPost({ post, labels }: { post: PopupPost; labels: { more: string; less: string } }) {
  return (
    <article className="post">
      <h3 dir="auto">{post.title}</h3>
      {post.text !== null && <ClampedText key={post.text} text={post.text} labels={labels} />}
      <p className="meta">
        <TimedText value={post.by} />
        {post.link !== null && <OutsideLink url={post.link.url}>{post.link.label}</OutsideLink>}
      </p>
    </article>
  );
}
