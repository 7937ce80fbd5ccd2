import './check.css';
import { useEffect, useRef } from 'react';
import type { AssistantId } from '@/utils/model/assistant';
import { useLanguage, useT } from '@/utils/ui/page-context';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { checkHash } from '@/utils/ui/popup/state';
import { BackLink } from './check-page';

/** Asks which assistant to check, where that cannot be known. Lists all assistants, the watched ones first. */
export function CheckChoice({ watched }: { watched: readonly AssistantId[] }) {
  const t = useT();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const ids = [...new Set([...watched, ...allAssistants().map(({ id }) => id)])];
  return (
    <main className="popup check" {...language}>
      <BackLink />
      <header className="summary">
        <h1 ref={heading} tabIndex={-1}>
          {t('check_choose')}
        </h1>
      </header>
      <ul className="fallbacks choice-of-assistants">
        {ids.map((id) => (
          <li key={id}>
            <a className="button" href={checkHash(id)}>
              {assistantOf(id).name}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
