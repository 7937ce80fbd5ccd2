import './check.css';
import { useEffect, useRef } from 'react';
import { useT } from '@/utils/ui/page-context';
import type { PopupCheck } from '@/utils/ui/popup/state';
import type { PopupView } from '@/utils/ui/popup/view';
import { BackLink } from './check-page';

interface Props {
  choice: PopupCheck['choice'];
  page: Pick<PopupView, 'language' | 'direction'>;
}

/** Asks which assistant to check, where that cannot be known. */
export function CheckChoice({ choice, page }: Props) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="popup check" lang={page.language} dir={page.direction}>
      <BackLink />
      <header className="summary">
        <h1 ref={heading} tabIndex={-1}>
          {t('check_choose')}
        </h1>
      </header>
      <ul className="ways choice-of-assistants">
        {choice.links.map(({ href, label }) => (
          <li key={href}>
            <a className="button" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
