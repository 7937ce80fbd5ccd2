interface Props {
  id?: string;
  /** Undefined where it is the person's own to choose. */
  note: string | undefined;
}

/** Says that what stands below was set by somebody else. */
export function PresetNote({ id, note }: Props) {
  if (note === undefined) return null;
  return (
    <p id={id} className="preset-note">
      <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M2.5 5.5h7v5h-7zM4 5.5V4a2 2 0 0 1 4 0v1.5" strokeWidth="1.2" />
      </svg>
      {note}
    </p>
  );
}
