import { type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { LineIcon } from '@/components/small';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { historyUrl } from '@/utils/ui/history/state';
import { useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { checkHash } from '@/utils/ui/popup/state';

/** Explains why access to the hosts of a status page is needed, and asks for it. */
export function AccessRequest({ assistantId, hosts }: { assistantId: AssistantId; hosts: string }) {
  const t = useT();
  const { allowReading } = usePopup();
  return (
    <div className="request">
      <p>{t('popup_access_why', hosts)}</p>
      <button type="button" className="button small" onClick={() => allowReading(assistantId)}>
        {t('popup_access_ask', hosts)}
      </button>
    </div>
  );
}

/** The first lines of a text, and a button that shows the rest if there is more. */
export function ClampedText({ text }: { text: string }) {
  const t = useT();
  const id = useId();
  const ref = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || isOpen) return;
    // Zoom and the width of the page change how much fits.
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
          {t(isOpen ? 'popup_less' : 'popup_more')}
        </button>
      )}
    </>
  );
}

interface HistoryLinkProps {
  /** Null links to the comparison of all watched assistants. */
  assistant: Assistant | null;
  className: string;
}

/** Opens the history page, in its open tab where there is one. */
export function HistoryLink({ assistant, className }: HistoryLinkProps) {
  const t = useT();
  const { goToPage } = usePopup();
  const href = historyUrl(assistant?.id ?? 'compare');
  const go = (event: MouseEvent) => {
    // With a modifier key the user wants another tab or window.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToPage(href);
  };
  return (
    <a
      className={className}
      href={href}
      target="_blank"
      aria-label={assistant === null ? undefined : t('history_link_for', assistant.name)}
      rel="noopener"
      onClick={go}
    >
      {t('history_link')}
    </a>
  );
}

/** Opens "Is it me?" for an assistant; with null, the question which assistant is meant. */
export function CheckLink({ assistantId, className }: { assistantId: AssistantId | null; className: string }) {
  const t = useT();
  const name = assistantId === null ? {} : { 'aria-label': t('check_ask_for', assistantOf(assistantId).name) };
  return (
    <a className={className} href={checkHash(assistantId)} {...name}>
      {t('check_ask')}
    </a>
  );
}

export function RefreshButton() {
  const t = useT();
  const { refreshState, refresh } = usePopup();
  const isRunning = refreshState === 'running';
  const name = t(isRunning ? 'popup_refreshing' : 'popup_refresh');
  // `disabled` would take the focus away, so a running refresh sets `aria-disabled` only.
  return (
    <button
      type="button"
      className="button icon refresh"
      aria-label={name}
      title={name}
      aria-busy={isRunning}
      aria-disabled={isRunning}
      onClick={isRunning ? undefined : refresh}
    >
      <LineIcon d="M13 8a5 5 0 1 1-1.5-3.5L13.2 6M13.5 2.5V6H10" size={16} />
    </button>
  );
}
