import { useEffect } from 'react';
import { CopyButton } from '@/components/controls';
import { TimedText } from '@/components/small';
import { decisionWords } from '@/utils/i18n/health-words';
import { clockTime, plural, sentences } from '@/utils/i18n/moments';
import type { Status } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import { LOG_HASH } from '@/utils/ui/history/state';
import { useHistory } from '@/utils/ui/history/store';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { timed } from '@/utils/ui/text';

/** When a status page was last read, and why the last attempts failed. */
function PageHealth({ name, memory }: { name: string; memory: PageMemory | undefined }) {
  const speech = useSpeech();
  const { t } = speech;
  const { readAt = null, triedAt = null, failure = null, failures = 0 } = memory ?? {};
  const tried = triedAt === null ? '' : clockTime(triedAt, speech);
  return (
    <li>
      <p className="quiet">
        {readAt === null ? t('health_never', name) : t('health_read', name, clockTime(readAt, speech))}
      </p>
      {failure !== null && (
        <p>{sentences([t(`reason_${failure.kind}`), plural('health_failed', failures, speech, tried)], speech)}</p>
      )}
    </li>
  );
}

/** When the worker last ran, when stored data was repaired, and the state of each status page. */
function WorkerHealth({ status }: { status: Status }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options } = useHistory();
  const { tickedAt, repairedAt, pages } = status;
  const ticked = tickedAt === null ? t('health_no_tick') : t('health_tick', clockTime(tickedAt, speech));
  return (
    <section>
      <h3>{t('health_heading')}</h3>
      <ul className="health">
        <li className="quiet">
          <TimedText value={timed(ticked, tickedAt, speech)} />
        </li>
        {repairedAt !== null && (
          <li>
            <TimedText value={timed(t('health_repaired', clockTime(repairedAt, speech)), repairedAt, speech)} />
          </li>
        )}
        {options.watched.map((id) => (
          <PageHealth key={id} name={assistantOf(id).name} memory={pages[id]} />
        ))}
      </ul>
    </section>
  );
}

const SHOWN_DECISIONS = 50;

/** The latest changes, and why each of them was notified or not. */
function Decisions({ decisions }: Pick<Status, 'decisions'>) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      {decisions.length === 0 && <p className="quiet">{t('popup_why_nothing')}</p>}
      <ol className="list decisions">
        {decisions.slice(0, SHOWN_DECISIONS).map((decision, index) => {
          const { at, assistantId, isTold } = decision;
          const { what, why } = decisionWords(decision, speech);
          const line = t('popup_why_line', assistantOf(assistantId).name, clockTime(at, speech));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two decisions may have the same time
            <li key={`${at} ${index}`} data-told={isTold}>
              <p className="decision">
                <span>{what}</span>
                <span className="quiet">
                  <TimedText value={timed(line, at, speech)} />
                </span>
              </p>
              <p className="meta">{why}</p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Explains the latest notifications, and shows the state of the extension itself with a bug report to copy. */
export function NotificationLog() {
  const t = useT();
  const { status, readBugReport, copy } = useHistory();
  useEffect(() => {
    // The browser looked for the linked section before it was there.
    if (location.hash === LOG_HASH) document.getElementById(LOG_HASH.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <Decisions decisions={status.decisions} />
      <WorkerHealth status={status} />
      <div className="actions">
        <CopyButton label={t('popup_why_report')} text={readBugReport} copy={copy} />
      </div>
      <p className="meta">{t('popup_why_report_what')}</p>
    </>
  );
}
