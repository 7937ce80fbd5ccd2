import { useId } from 'react';
import { Disclosure, ManagedSetting, PresetNote, Switch, UndoRow, WatchSwitch } from '@/components/controls';
import { formatCount, listWords, plural } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech } from '@/utils/ui/page-context';
import { allAssistants } from '@/utils/ui/page-registry';
import { type BannerSite, bannerSites, missingHosts } from '@/utils/ui/popup/access';
import { usePopup } from '@/utils/ui/popup/store';
import { NOTICE_HOURS, wideOf } from '@/utils/ui/text';
import { AccessRequest } from './links';

/** Buttons that allow the banner, with one common reason. */
function BannerOffers({ offered }: { offered: readonly BannerSite[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const { allowBanners } = usePopup();
  if (offered.length === 0) return null;
  const sites = offered.map(({ site }) => site);
  return (
    <>
      <p className="quiet">{t('popup_banner_why', listWords(sites, 'disjunction', speech))}</p>
      <div className="actions">
        {offered.map(({ assistantId, console, site }) => (
          <button
            key={`${assistantId} ${console}`}
            type="button"
            className="button small"
            onClick={() => allowBanners(assistantId, console)}
          >
            {t('popup_banner_ask', site)}
          </button>
        ))}
      </div>
      {offered.map(({ assistantId, console }) => {
        const wide = console === null ? wideOf(assistantId, speech) : null;
        return (
          wide !== null && (
            <p key={assistantId} className="meta">
              {wide}
            </p>
          )
        );
      })}
    </>
  );
}

/** What depends on access to a chat: noticing failed messages, and saving drafts. */
function ChatSwitches() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, access, allowEvidence, dropEvidence, setKeeping } = usePopup();
  const { keepsDrafts } = options;
  return (
    <>
      {access.evidence !== null && (
        <Switch
          text={t('popup_evidence')}
          why={t('popup_evidence_why')}
          isOn={access.evidence}
          onToggle={access.evidence ? dropEvidence : allowEvidence}
        />
      )}
      <ManagedSetting note={presetNotes(preset, speech).keepsDrafts}>
        <Switch
          text={t('popup_keeping')}
          why={t('popup_keeping_why')}
          isOn={keepsDrafts}
          onToggle={() => setKeeping(!keepsDrafts)}
        />
      </ManagedSetting>
    </>
  );
}

/** On which sites the banner is allowed, and on which it can be. */
export function BannerSwitches() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, access, opened, toggle, dropBanners } = usePopup();
  const { granted, offered } = bannerSites(options, access);
  const count = granted.length + offered.length;
  if (count === 0) return null;
  return (
    <Disclosure
      heading={t('popup_banners')}
      gist={t('popup_count', formatCount(granted.length, speech), formatCount(count, speech))}
      isOpen={opened.has('banners')}
      onToggle={() => toggle('banners')}
    >
      <BannerOffers offered={offered} />
      {granted.map(({ assistantId, console, site }) => (
        <UndoRow
          key={`${assistantId} ${console}`}
          text={t('popup_banner_on', site)}
          label={t('popup_banner_off')}
          name={t('popup_banner_off_for', site)}
          onBack={() => dropBanners(assistantId, console)}
        />
      ))}
      {granted.some(({ console }) => console === null) && <ChatSwitches />}
    </Disclosure>
  );
}

interface WatchListProps {
  assistants: readonly Assistant[];
  /** The id of the element that says that the choice is preset; undefined where it is not. */
  presetBy: string | undefined;
}

/** Assistants with a switch each. */
function WatchList({ assistants, presetBy }: WatchListProps) {
  const { options, access, setWatched } = usePopup();
  return (
    <ul className="switches">
      {assistants.map((assistant) => {
        const isOn = options.watched.includes(assistant.id);
        const hosts = missingHosts(assistant, access);
        return (
          <li key={assistant.id}>
            <WatchSwitch
              assistant={assistant}
              isOn={isOn}
              presetBy={presetBy}
              onToggle={() => setWatched(assistant.id, !isOn)}
            />
            {hosts !== null && <AccessRequest assistantId={assistant.id} hosts={hosts} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The other assistants, behind a button that says how many there are and how many of them are watched. */
function OtherAssistants({ presetBy }: Pick<WatchListProps, 'presetBy'>) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, opened, toggle } = usePopup();
  const isOpen = opened.has('more');
  const others = allAssistants().filter(({ isFeatured }) => !isFeatured);
  const watched = others.filter(({ id }) => options.watched.includes(id)).length;
  const count = formatCount(others.length, speech);
  return (
    <>
      <button type="button" className="button plain" aria-expanded={isOpen} onClick={() => toggle('more')}>
        {watched === 0 ? t('popup_watch_more', count) : t('popup_watch_more_on', count, formatCount(watched, speech))}
      </button>
      {isOpen && <WatchList assistants={others} presetBy={presetBy} />}
    </>
  );
}

/** Which assistants are watched. */
export function WatchSwitches() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, opened, toggle, setMaintenanceNotice } = usePopup();
  const { watched, maintenanceNoticeHours } = options;
  const notes = presetNotes(preset, speech);
  const id = useId();
  const presetBy = notes.watched && id;
  return (
    <Disclosure
      heading={t('popup_watch')}
      gist={t('popup_count', formatCount(watched.length, speech), formatCount(allAssistants().length, speech))}
      isOpen={opened.has('watched')}
      onToggle={() => toggle('watched')}
    >
      <PresetNote id={id} note={notes.watched} />
      <WatchList assistants={allAssistants().filter(({ isFeatured }) => isFeatured)} presetBy={presetBy} />
      <OtherAssistants presetBy={presetBy} />
      <p className="meta">{t('popup_watch_why')}</p>
      <ManagedSetting note={notes.maintenanceNoticeHours}>
        <Switch
          text={plural('popup_notice_ahead', maintenanceNoticeHours ?? NOTICE_HOURS, speech)}
          why={null}
          isOn={maintenanceNoticeHours !== null}
          onToggle={() => setMaintenanceNotice(maintenanceNoticeHours === null)}
        />
      </ManagedSetting>
    </Disclosure>
  );
}
