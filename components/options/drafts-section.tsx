import { ManagedSetting, Switch } from '@/components/controls';
import { KeptDraftList } from '@/components/kept-draft-list';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { lacksChatSite } from '@/utils/ui/options/assistants';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { LearnMore } from './disclosures';
import { NeedsChatSite, NoticingSection } from './noticing-section';

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
