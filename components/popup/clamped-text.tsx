import { useId, useLayoutEffect, useRef, useState } from 'react';

/** A few lines of a text, and a button for the rest where there is a rest. */
export function ClampedText({ text, labels }: { text: string; labels: { more: string; less: string } }) {
  const id = useId();
  const ref = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || isOpen) return;
    // Zoom and a wider tab change how much fits.
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen]);

  return (
    <>
      <p ref={ref} id={id} className={isOpen ? 'words' : 'words clamped'} dir="auto">
        {text}
      </p>
      {(isCut || isOpen) && (
        <button
          type="button"
          className="button plain"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? labels.less : labels.more}
        </button>
      )}
    </>
  );
}
