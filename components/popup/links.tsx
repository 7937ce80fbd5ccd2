import { type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { HistoryLink } from '@/utils/ui/history/place';
import type { AccessAsk } from '@/utils/ui/popup/access';
import type { CheckLink } from '@/utils/ui/popup/state';
import type { PopupActions } from '@/utils/ui/popup/store';

/** Why a host is asked for, and the button that asks: in the click itself, or the browser grants nothing. */
export function AccessRequest({ ask, onAsk }: { ask: AccessAsk; onAsk: () => void }) {
  return (
    <div className="request">
      <p>{ask.why}</p>
      <button type="button" className="button small" onClick={onAsk}>
        {ask.ask}
      </button>
    </div>
  );
}

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

interface HistoryAskProps {
  link: HistoryLink;
  className: string;
  actions: Pick<PopupActions, 'goToPage'>;
}

/** Leads to the history page, in the tab that shows it already or in a new one. */
export function HistoryAsk({ link, className, actions }: HistoryAskProps) {
  const go = (event: MouseEvent) => {
    // With a modifier key the user wants another tab or window.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    actions.goToPage(link.href);
  };
  return (
    <a
      className={className}
      href={link.href}
      target="_blank"
      aria-label={link.name ?? undefined}
      rel="noopener"
      onClick={go}
    >
      {link.label}
    </a>
  );
}

/** Leads to "Is it me?". */
export function CheckAsk({ link, className }: { link: CheckLink; className: string }) {
  return (
    <a className={className} href={link.href} {...(link.name === null ? {} : { 'aria-label': link.name })}>
      {link.label}
    </a>
  );
}

interface RefreshButtonProps {
  isRefreshing: boolean;
  labels: { refresh: string; refreshing: string };
  onClick: () => void;
}

/** While it runs it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
export function RefreshButton({ isRefreshing, labels, onClick }: RefreshButtonProps) {
  return (
    <button
      type="button"
      className="button"
      aria-busy={isRefreshing}
      aria-disabled={isRefreshing}
      onClick={isRefreshing ? undefined : onClick}
    >
      {isRefreshing ? labels.refreshing : labels.refresh}
    </button>
  );
}
