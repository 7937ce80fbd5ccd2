import { Disclosure } from '@/components/disclosure';
import { Presettable } from '@/components/presettable';
import { Switch } from '@/components/switch';
import { WayBack } from '@/components/way-back';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupBanners } from '@/utils/ui/popup/popup-banners';

interface Props {
  banners: PopupBanners;
  /** That keeping is preset; undefined where it is the person's to choose. */
  presetNote: string | undefined;
  isOpen: boolean;
  actions: PopupActions;
}

/** Where banners can be switched on, with the reason why it asks, and where they are on. */
export function BannerSwitches({ banners, presetNote, isOpen, actions }: Props) {
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
        <WayBack
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
        <Presettable note={presetNote}>
          <Switch {...keeping} onToggle={() => actions.setKeeping(!keeping.isOn)} />
        </Presettable>
      )}
    </Disclosure>
  );
}
