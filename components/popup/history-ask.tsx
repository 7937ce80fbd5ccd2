import type { MouseEvent } from 'react';
import type { HistoryLink } from '@/utils/ui/history/history-place';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';

interface Props {
  link: HistoryLink;
  className: string;
  actions: Pick<PopupActions, 'goToPage'>;
}

/** Leads to the history page, in the tab that shows it already or in a new one. */
export function HistoryAsk({ link, className, actions }: Props) {
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
