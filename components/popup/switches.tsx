import { useId } from 'react';
import { Disclosure, ManagedSetting, PresetNote, Switch, UndoRow } from '@/components/controls';
import { AssistantMark } from '@/components/small';
import type { PresetNotes } from '@/utils/ui/options-access';
import type { PopupBanners, PopupWatched, WatchSwitch } from '@/utils/ui/popup/access';
import type { PopupActions } from '@/utils/ui/popup/store';
import { AccessRequest } from './links';

interface BannerSwitchesProps {
  banners: PopupBanners;
  /** That keeping is preset; undefined where it is the person's to choose. */
  presetNote: string | undefined;
  isOpen: boolean;
  actions: PopupActions;
}

/** Where banners can be switched on, with the reason why it asks, and where they are on. */
export function BannerSwitches({ banners, presetNote, isOpen, actions }: BannerSwitchesProps) {
  const { heading, gist, why, offers, grants, evidence, keeping } = banners;
  if (offers.length + grants.length === 0) return null;
  return (
    <Disclosure heading={heading} gist={gist} isOpen={isOpen} onToggle={() => actions.toggle('banners')}>
      {why !== null && <p className="quiet">{why}</p>}
      {offers.length > 0 && (
        <div className="actions">
          {offers.map((offer) => (
            <button
              key={`${offer.assistantId} ${offer.console}`}
              type="button"
              className="button small"
              onClick={() => actions.allowBanners(offer.assistantId, offer.console)}
            >
              {offer.ask}
            </button>
          ))}
        </div>
      )}
      {offers.map(
        ({ assistantId, wide }) =>
          wide !== null && (
            <p key={assistantId} className="meta">
              {wide}
            </p>
          ),
      )}
      {grants.map((grant) => (
        <UndoRow
          key={`${grant.assistantId} ${grant.console}`}
          text={grant.text}
          label={grant.off}
          name={grant.offFor}
          onBack={() => actions.dropBanners(grant.assistantId, grant.console)}
        />
      ))}
      {evidence !== null && (
        <Switch {...evidence} onToggle={evidence.isOn ? actions.dropEvidence : actions.allowEvidence} />
      )}
      {keeping !== null && (
        <ManagedSetting note={presetNote}>
          <Switch {...keeping} onToggle={() => actions.setKeeping(!keeping.isOn)} />
        </ManagedSetting>
      )}
    </Disclosure>
  );
}

interface WatchListProps {
  switches: WatchSwitch[];
  /** What says that this is preset, by the id of its element; undefined where it is not. */
  presetBy: string | undefined;
  actions: PopupActions;
}

/** Assistants that can be watched, each with its switch. */
export function WatchList({ switches, presetBy, actions }: WatchListProps) {
  return (
    <ul className="switches">
      {switches.map(({ assistantId, name, mark, source, isOn, ask }) => (
        <li key={assistantId}>
          <button
            type="button"
            role="switch"
            className="switch"
            aria-checked={isOn}
            disabled={presetBy !== undefined}
            aria-describedby={presetBy}
            onClick={() => actions.setWatched(assistantId, !isOn)}
          >
            <AssistantMark mark={mark} />
            <span className="both">
              <span className="name">{name}</span>
              <span className="quiet source">{source}</span>
            </span>
            <span className="track" aria-hidden="true" />
          </button>
          {ask !== null && <AccessRequest ask={ask} onAsk={() => actions.allowReading(assistantId)} />}
        </li>
      ))}
    </ul>
  );
}

interface WatchSwitchesProps {
  watched: PopupWatched;
  preset: PresetNotes;
  isOpen: boolean;
  actions: PopupActions;
}

/** Whom to watch. */
export function WatchSwitches({ watched, preset, isOpen, actions }: WatchSwitchesProps) {
  const { more } = watched;
  const id = useId();
  const presetBy = preset.watched && id;
  return (
    <Disclosure
      heading={watched.heading}
      gist={watched.gist}
      isOpen={isOpen}
      onToggle={() => actions.toggle('watched')}
    >
      {isOpen && <PresetNote id={id} note={preset.watched} />}
      <WatchList switches={watched.switches} presetBy={presetBy} actions={actions} />
      {isOpen && (
        <button
          type="button"
          className="button plain"
          aria-expanded={more.isOpen}
          onClick={() => actions.toggle('more')}
        >
          {more.text}
        </button>
      )}
      {more.isOpen && <WatchList switches={more.switches} presetBy={presetBy} actions={actions} />}
      <p className="meta">{watched.why}</p>
      {isOpen && (
        <ManagedSetting note={preset.maintenanceNoticeHours}>
          <Switch
            text={watched.notice.text}
            why={null}
            isOn={watched.notice.isOn}
            onToggle={() => actions.setMaintenanceNotice(!watched.notice.isOn)}
          />
        </ManagedSetting>
      )}
    </Disclosure>
  );
}
