import { type ReactNode, useId, useState } from 'react';
import { OutsideLink, TimedText, UpdateList } from '@/components/small';
import { clockTime, factLine, plural } from '@/utils/i18n/moments';
import type { Incident, Maintenance } from '@/utils/model/report';
import { statusLinkOf } from '@/utils/model/status';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { leadingPost, otherPosts } from '@/utils/ui/popup/row';
import { type ListedUpdate, listedUpdates, timed } from '@/utils/ui/text';
import { ClampedText } from './links';
import type { RowProps } from './row-details';

/** Earlier updates of the provider, behind their number. */
function EarlierUpdates({ updates, children }: { updates: ListedUpdate[]; children: ReactNode }) {
  const speech = useSpeech();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isOpen && updates.length > 0 && (
        <div id={id}>
          <UpdateList updates={updates} label={speech.t('popup_updates')} />
        </div>
      )}
      <p className="facts">
        {children}
        {updates.length > 0 && (
          <button
            type="button"
            className="button plain"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? speech.t('popup_less') : plural('popup_earlier', updates.length, speech)}
          </button>
        )}
      </p>
    </>
  );
}

/** The provider's own text about the incident or maintenance, quoted. It may run in either direction. */
export function ProviderPost({ verdict }: Pick<RowProps, 'verdict'>) {
  const speech = useSpeech();
  const { t } = speech;
  const { opened } = usePopup();
  const post = leadingPost(verdict);
  if (post === null) return null;
  const { provider } = assistantOf(verdict.assistantId);
  const isOpen = opened.has(verdict.assistantId);
  const isMaintenance = 'startsAt' in post;
  const [latest] = post.updates;
  const at = latest?.at ?? (isMaintenance ? post.startsAt : post.updatedAt);
  const source = at === null ? provider : factLine([provider, clockTime(at, speech)], speech);
  return (
    <article className="post">
      <h3 dir="auto">{post.title}</h3>
      {latest?.text &&
        (isOpen ? (
          <ClampedText key={latest.text} text={latest.text} />
        ) : (
          <p className="words clamped" dir="auto">
            {latest.text}
          </p>
        ))}
      <EarlierUpdates updates={isOpen ? listedUpdates(post.updates.slice(1), clockTime, speech) : []}>
        <TimedText value={timed(source, at, speech)} />
        {post.url !== null && (
          <OutsideLink url={post.url}>
            {t(isMaintenance ? 'popup_maintenance_page' : 'popup_incident_page')}
          </OutsideLink>
        )}
      </EarlierUpdates>
    </article>
  );
}

/** Other open incidents and maintenance on the status page, which do not decide the verdict. */
export function OtherPosts({ status, verdict }: RowProps) {
  const t = useT();
  const posts: (Incident | Maintenance)[] = otherPosts(verdict);
  const page = statusLinkOf(status, assistantOf(verdict.assistantId));
  if (posts.length === 0) return null;
  return (
    <div className="also">
      <h3>{t('popup_also')}</h3>
      <ul>
        {posts.map(({ id, title, url }) => {
          const link = url ?? page;
          return (
            <li key={id} dir="auto">
              {link === null ? title : <OutsideLink url={link}>{title}</OutsideLink>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
