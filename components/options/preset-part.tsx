import type { SettingsView } from '@/utils/ui/options/settings-view';

/** What an organisation set, as a whole, and what of it does not fit. */
export function PresetPart({ words }: { words: NonNullable<SettingsView['preset']> }) {
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      {words.holds !== null && <p>{words.holds}</p>}
      {words.damaged !== null && <p>{words.damaged}</p>}
    </div>
  );
}
