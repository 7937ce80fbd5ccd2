import './check.css';
import { useEffect, useRef } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { Chevron } from '@/components/small';
import type { AssistantId } from '@/utils/model/assistant';
import { useLanguage, useT } from '@/utils/ui/page-context';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { checkHash } from '@/utils/ui/popup/state';
import { BackLink } from './check-page';

function AssistantLinks({ ids }: { ids: readonly AssistantId[] }) {
  return (
    <ul className="assistant-links">
      {ids.map(assistantOf).map((assistant) => (
        <li key={assistant.id}>
          <a href={checkHash(assistant.id)}>
            <AssistantMark assistant={assistant} />
            <span className="name">{assistant.name}</span>
            <Chevron />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Asks which assistant to check, where that cannot be known: the watched ones, then all others when opened. */
export function CheckChoice({ watched }: { watched: readonly AssistantId[] }) {
  const t = useT();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const others = allAssistants().flatMap(({ id }) => (watched.includes(id) ? [] : [id]));
  return (
    <main className="popup check choice-page" {...language}>
      <BackLink />
      <header className="answer">
        <h1 ref={heading} tabIndex={-1}>
          {t('check_choose')}
        </h1>
      </header>
      <div className="scroll">
        <AssistantLinks ids={watched} />
        <details className="other-assistants" open={watched.length === 0}>
          <summary>
            <span className="name">{t('check_others')}</span>
            <span className="turning">
              <Chevron />
            </span>
          </summary>
          <AssistantLinks ids={others} />
        </details>
      </div>
    </main>
  );
}
