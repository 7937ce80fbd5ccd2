import { useEffect, useRef, useState } from 'react';
import type { SettingsView } from '@/utils/ui/options/settings-view';

interface Props {
  words: SettingsView['erase'];
  onErase: () => void;
}

/** Asks once more, and says what would be gone. */
export function ErasePart({ words, onErase }: Props) {
  const [isAsking, setAsking] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // What is harmless has the focus, and whoever has answered is where they asked.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = isAsking;
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
          <button ref={ask} type="button" className="button" onClick={() => setAsking(true)}>
            {words.ask}
          </button>
        </div>
      )}
    </div>
  );
}
