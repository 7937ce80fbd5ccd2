import { type ReactNode, useId } from 'react';
import { PresetNote } from './preset-note';

interface Props {
  /** Who set it; undefined where it is the person's own to choose. */
  note: string | undefined;
  children: ReactNode;
}

/** Controls of one choice. Where an organisation has made it, none of them can be used, and the group says why. */
export function Presettable({ note, children }: Props) {
  const id = useId();
  if (note === undefined) return children;
  return (
    <fieldset className="preset" disabled aria-labelledby={id}>
      <PresetNote id={id} note={note} />
      {children}
    </fieldset>
  );
}
