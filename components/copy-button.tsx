import { useId, useState } from 'react';

interface Props {
  label: string;
  text: string;
  labels: { copied: string; copyFailed: string };
  copy: (text: string) => Promise<boolean>;
}

/** Copies in the click, and says whether it worked; where it did not, the text stands there to be selected. */
export function CopyButton({ label, text, labels, copy }: Props) {
  const id = useId();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const onClick = () => void copy(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'failed'));
  return (
    <>
      <button type="button" className="button small" onClick={onClick}>
        {label}
      </button>
      <span id={id} className="quiet said" aria-live="polite">
        {outcome === 'copied' && labels.copied}
        {outcome === 'failed' && labels.copyFailed}
      </span>
      {outcome === 'failed' && (
        <textarea
          className="to-select"
          readOnly
          rows={Math.min(4, Math.ceil(text.length / 40))}
          value={text}
          aria-labelledby={id}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
