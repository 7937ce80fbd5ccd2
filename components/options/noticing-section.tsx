import { CopyButton, Switch } from '@/components/controls';
import { TimedText } from '@/components/small';
import { requestKind, requestVerdict } from '@/utils/i18n/log-words';
import { clockTime } from '@/utils/i18n/moments';
import type { LoggedRequest } from '@/utils/model/evidence';
import { lacksChatSite } from '@/utils/ui/options/assistants';
import { awaitsRestart, evidenceReport, loggedRequests, requestLine } from '@/utils/ui/options/evidence-log';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { timed } from '@/utils/ui/text';
import { LearnMore } from './disclosures';

function RequestItem({ request }: { request: LoggedRequest }) {
  const speech = useSpeech();
  return (
    <li data-told={request.outcome === 'failed'}>
      <p className="decision">
        <span>{requestKind(request, speech)}</span>
        <span className="quiet">
          <TimedText value={timed(clockTime(request.at, speech), request.at, speech)} />
        </span>
      </p>
      <p className="meta">
        {requestVerdict(request, speech)} <code>{requestLine(request)}</code>
      </p>
    </li>
  );
}

/** Which of the user's own requests counted, and why the others did not. */
export function EvidenceLog() {
  const { t, now } = useSpeech();
  const { evidence, options, copy } = useOptions();
  const logged = loggedRequests(evidence.log, options.watched);
  if (logged.length === 0) return <p className="quiet">{t('evidence_log_nothing')}</p>;
  return (
    <>
      {logged.map(({ assistant, requests }) => (
        <section key={assistant.id} data-assistant={assistant.id}>
          <h4>{assistant.name}</h4>
          <ol className="list decisions">
            {requests.map((request, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two requests may have the same time; counted from the oldest, the number stays
              <RequestItem key={`${request.at} ${requests.length - index}`} request={request} />
            ))}
          </ol>
        </section>
      ))}
      <div className="actions">
        <CopyButton
          label={t('evidence_log_copy')}
          text={evidenceReport(evidence.log, options.watched, now)}
          copy={copy}
        />
      </div>
      <p className="meta">{t('evidence_log_copy_what')}</p>
    </>
  );
}

/** Says that something has no effect yet, and links to what it needs. */
export function NeedsChatSite() {
  const t = useT();
  return (
    <p>
      {t('needs_chat_site')} <a href="#permissions">{t('sites')}</a>
    </p>
  );
}

/** Whether failing messages are detected, and the log of what was detected. */
export function NoticingSection() {
  const t = useT();
  const { options, grants, evidence, allowEvidence, dropEvidence } = useOptions();
  const isOn = grants?.hasEvidence === true;
  return (
    <>
      <Switch
        text={t('popup_evidence')}
        why={t('noticing_why')}
        isOn={isOn}
        onToggle={isOn ? dropEvidence : allowEvidence}
      />
      <LearnMore about={t('popup_evidence')}>
        <p>{t('popup_evidence_why')}</p>
      </LearnMore>
      {isOn && lacksChatSite(options, grants) && <NeedsChatSite />}
      {awaitsRestart(grants, evidence) && <p>{t('noticing_restart')}</p>}
      <details>
        <summary>{t('evidence_log')}</summary>
        <div className="stack">
          <EvidenceLog />
        </div>
      </details>
    </>
  );
}
