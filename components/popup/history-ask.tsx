import type { HistoryLink } from '@/utils/ui/history/history-place';

/** Leads to the history page, in a tab of its own. */
export function HistoryAsk({ link, className }: { link: HistoryLink; className: string }) {
  return (
    <a className={className} href={link.href} target="_blank" aria-label={link.name ?? undefined} rel="noopener">
      {link.label}
    </a>
  );
}
