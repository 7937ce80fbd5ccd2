import type { Theme } from '@/utils/model/theme';
import type { SettingsView } from '@/utils/ui/options/settings-view';

interface Props {
  theme: SettingsView['theme'];
  onChoose: (theme: Theme) => void;
}

/** Light, dark, or whatever the browser says. */
export function ThemeChoice({ theme, onChoose }: Props) {
  return (
    <fieldset className="theme">
      <legend>{theme.label}</legend>
      {theme.choices.map((choice) => (
        <label key={choice.theme} className="check-box">
          <input
            type="radio"
            name="theme"
            checked={choice.theme === theme.chosen}
            onChange={() => onChoose(choice.theme)}
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
