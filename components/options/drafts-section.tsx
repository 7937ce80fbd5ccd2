import { CopyButton, ManagedSetting, Switch } from '@/components/controls';
import { TimedText } from '@/components/small';
import { requestKind, requestVerdict } from '@/utils/i18n/health-words';
import { clockTime } from '@/utils/i18n/moments';
import type { LoggedRequest } from '@/utils/model/evidence';
import { type KeptDraftView, keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { awaitsRestart, evidenceReport, loggedRequests, requestLine } from '@/utils/ui/options/diagnostics';
import { useOptions } from '@/utils/ui/options/store';
import { lacksChatSite } from '@/utils/ui/options/watched';
import { type ChoiceActions, presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { timed } from '@/utils/ui/text';
import { LearnMore } from './disclosures';

interface Props {
  kept: KeptDraftView[];
  actions: Pick<ChoiceActions, 'copy' | 'discardKept'>;
}

/** The saved drafts, to be copied or discarded. Their texts are not shown. */
export function KeptDraftList({ kept, actions }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <ul className="kept">
      {kept.map(({ assistantId, name, at, text, isCut }) => {
        const time = clockTime(at, speech);
        return (
          <li key={`${assistantId} ${at}`}>
            <p>
              <TimedText value={timed(t('kept_said', name, time), at, speech)} /> {isCut && t('kept_cut')}
            </p>
            <div className="actions">
              <CopyButton label={t('popup_transfer_copy')} text={text} copy={actions.copy} />
              <button
                type="button"
                className="button plain"
                aria-label={t('kept_discard_for', name, time)}
                onClick={() => actions.discardKept({ assistantId, at })}
              >
                {t('popup_transfer_discard')}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

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
function NeedsChatSite() {
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

/** Whether drafts are saved during an issue, and the drafts that are saved now. */
function SavedDrafts() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, grants, drafts, evidence, ...actions } = useOptions();
  const { keepsDrafts } = options;
  const kept = keptDraftsView({ drafts, events: evidence.events }, speech);
  return (
    <>
      <ManagedSetting note={presetNotes(preset, speech).keepsDrafts}>
        <Switch
          text={t('popup_keeping')}
          why={t('drafts_why')}
          isOn={keepsDrafts}
          onToggle={() => actions.setKeeping(!keepsDrafts)}
        />
        <LearnMore about={t('popup_keeping')}>
          <p>{t('popup_keeping_why')}</p>
        </LearnMore>
      </ManagedSetting>
      {keepsDrafts && lacksChatSite(options, grants) && <NeedsChatSite />}
      {kept.length === 0 ? (
        <p className="quiet">{t('drafts_nothing')}</p>
      ) : (
        <KeptDraftList kept={kept} actions={actions} />
      )}
      {kept.length > 1 && (
        <div className="actions">
          <button type="button" className="button" onClick={() => actions.discardKept(null)}>
            {t('drafts_erase_all')}
          </button>
        </div>
      )}
    </>
  );
}

/** What happens with drafts and messages on chat sites: drafts are saved, and failed messages are detected. */
export function DraftsSection() {
  const t = useT();
  return (
    <>
      <div className="part">
        <h3>{t('drafts')}</h3>
        <SavedDrafts />
      </div>
      <section id="failing-messages" className="part" aria-labelledby="failing-messages-heading">
        <h3 id="failing-messages-heading" tabIndex={-1}>
          {t('noticing')}
        </h3>
        <NoticingSection />
      </section>
    </>
  );
}
