import type { ReactNode } from 'react';

/** A link out of the extension: a tab of its own, which learns nothing of where it was opened from. */
export function OutsideLink({ url, className, children }: { url: string; className?: string; children: ReactNode }) {
  return (
    <a className={className} href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
