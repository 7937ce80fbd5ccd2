interface Props {
  text: string;
  label: string;
  /** The label with what it is about, for whoever does not see what it stands beside. */
  name: string;
  onBack: () => void;
}

/** What a person set, and the way back. */
export function WayBack({ text, label, name, onBack }: Props) {
  return (
    <p className="aside">
      <span>{text}</span>
      <button type="button" className="button plain" aria-label={name} onClick={onBack}>
        {label}
      </button>
    </p>
  );
}
