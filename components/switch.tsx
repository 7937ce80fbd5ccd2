interface Props {
  text: string;
  /** What it does, in small print. */
  why: string | null;
  isOn: boolean;
  onToggle: () => void;
}

/** A choice that takes effect at once. */
export function Switch({ text, why, isOn, onToggle }: Props) {
  return (
    <>
      <button type="button" role="switch" className="switch" aria-checked={isOn} onClick={onToggle}>
        <span className="name">{text}</span>
        <span className="track" aria-hidden="true" />
      </button>
      {why !== null && <p className="meta">{why}</p>}
    </>
  );
}
