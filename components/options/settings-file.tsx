import { type ChangeEvent, useRef } from 'react';
import type { SettingsView } from '@/utils/ui/options/settings-view';

interface Props {
  words: SettingsView['file'];
  onSave: () => void;
  onLoad: (text: string) => void;
}

/** What was chosen, as a file: to be saved, or to be taken from one. */
export function SettingsFile({ words, onSave, onLoad }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // A file that cannot be read says the same as an empty one.
    if (file !== undefined) void file.text().then(onLoad, () => onLoad(''));
    // So that the same file can be chosen again once it was mended.
    currentTarget.value = '';
  };
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      <p className="quiet">{words.why}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onSave}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.load}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.load}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
