import type { ReactNode } from 'react';

/** A link out of the extension: a tab of its own, which learns nothing of where it was opened from. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
