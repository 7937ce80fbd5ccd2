import { useEffect, useRef, useState } from 'react';
import type { SettingsView } from '@/utils/ui/settings-view';

interface Props {
  words: SettingsView['erase'];
  onErase: () => void;
}

/** Asks once more, and says what would be gone. */
export function ErasePart({ words, onErase }: Props) {
  const [isAsking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  // What is harmless has the focus.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
  }, [isAsking]);
  const erase = () => {
    setAsking(false);
    onErase();
  };
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      {isAsking ? (
        <>
          <p>{words.what}</p>
          <div className="actions">
            <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
            <button type="button" className="button danger" onClick={erase}>
              {words.confirm}
            </button>
          </div>
        </>
      ) : (
        <div className="actions">
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {words.ask}
          </button>
        </div>
      )}
    </div>
  );
}
