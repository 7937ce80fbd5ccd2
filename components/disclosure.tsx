import { type ReactNode, useId } from 'react';
import { Chevron } from './chevron';

interface Props {
  heading: string;
  /** What is inside, at a glance. */
  gist: string | null;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A part of the page behind its heading. What is closed is not there at all. */
export function Disclosure({ heading, gist, isOpen, onToggle, children }: Props) {
  const id = useId();
  return (
    <section className="panel">
      <h2>
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <span className="panel-name">{heading}</span>
          <span className="gist">{isOpen ? null : gist}</span>
          <Chevron />
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="panel-body">
          {children}
        </div>
      )}
    </section>
  );
}
