import type { CheckLink } from '@/utils/ui/popup/popup-check';

/** Leads to "Is it me?". */
export function CheckAsk({ link, className }: { link: CheckLink; className: string }) {
  return (
    <a className={className} href={link.href} {...(link.name === null ? {} : { 'aria-label': link.name })}>
      {link.label}
    </a>
  );
}
