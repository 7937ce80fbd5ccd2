import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Chevron } from '@/components/small';
import { useHistory } from '@/utils/ui/history/store';
import { useT } from '@/utils/ui/page-context';

/** The formats in which the history can be saved. Closes with Escape, and when the focus leaves it. */
export function ExportMenu() {
  const t = useT();
  const id = useId();
  const { save } = useHistory();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (isOpen && key === 'Escape') close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles what its buttons pass up, and cannot be used itself
    <div className="export" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        className="button opener-button"
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('history_export')}
        <Chevron />
      </button>
      {isOpen && (
        // Takes the focus on a click, so that a click on the text does not close it.
        <div id={id} className="menu" tabIndex={-1}>
          {(['csv', 'json'] as const).map((format) => (
            <button
              key={format}
              type="button"
              onClick={() => {
                save(format);
                close();
              }}
            >
              {t(`history_export_${format}`)}
            </button>
          ))}
          <p className="quiet said">{t('history_export_why')}</p>
        </div>
      )}
    </div>
  );
}
