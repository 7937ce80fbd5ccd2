import { useEffect } from 'react';
import { Chevron } from '@/components/chevron';
import { LIST_HASH } from '@/utils/ui/popup/popup-place';

/** Back to the popup's list, also by Escape; in a field Escape belongs to the field. */
export function BackLink({ label }: { label: string }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
      // Else the browser closes the popup.
      event.preventDefault();
      location.hash = LIST_HASH;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <nav className="back">
      <a href={LIST_HASH}>
        <Chevron />
        {label}
      </a>
    </nav>
  );
}
