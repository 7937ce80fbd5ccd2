import { type ReactNode, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { Chevron, LineIcon } from '@/components/small';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { matchingAssistants } from '@/utils/ui/options/assistants';
import { useT } from '@/utils/ui/page-context';
import { sourceOf } from '@/utils/ui/text';

/** The details of an explanation, closed at first. */
export function LearnMore({ about, children }: { about: string; children: ReactNode }) {
  const t = useT();
  return (
    <details className="more">
      <summary aria-label={t('options_more_about', about)}>{t('options_more')}</summary>
      <div className="quiet">{children}</div>
    </details>
  );
}

interface AdderProps {
  /** The page can be opened at it; its button then gets the focus. */
  id?: string;
  label: string;
  /** Whether it adds something to a list; otherwise it only opens. */
  isAdding: boolean;
  isOpenAtFirst: boolean;
  children: ReactNode;
}

/** A button that opens a form below itself. Closed content is not rendered. */
export function Adder({ id, label, isAdding, isOpenAtFirst, children }: AdderProps) {
  const made = useId();
  const headingId = `${id ?? made}-heading`;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <div className="adder">
      <button
        id={headingId}
        type="button"
        className="button plain adder-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? made : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {isAdding ? <LineIcon d="M6 2v8M2 6h8" /> : <Chevron />}
        {label}
      </button>
      {isOpen && (
        <section id={made} className="adder-body" aria-labelledby={headingId}>
          {children}
        </section>
      )}
    </div>
  );
}

interface AddListProps {
  assistants: readonly Assistant[];
  onAdd: (id: AssistantId) => void;
  /** A further control of an assistant. */
  extra?: (assistant: Assistant) => ReactNode;
}

/** Assistants that can be added to a list, with a field to search them. */
export function AddList({ assistants, onAdd, extra }: AddListProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const found = matchingAssistants(assistants, typed);
  return (
    <div className="add-list">
      <input
        type="search"
        className="field"
        aria-label={t('assistants_search')}
        placeholder={t('assistants_search')}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className="add-choices">
        {found.map((assistant) => (
          <li key={assistant.id}>
            <button type="button" className="add-choice" onClick={() => onAdd(assistant.id)}>
              <AssistantMark assistant={assistant} />
              <span>{assistant.name}</span> <span className="quiet said">{sourceOf(assistant, t)}</span>
            </button>
            {extra?.(assistant)}
          </li>
        ))}
      </ul>
      <p role="status" className={found.length === 0 ? undefined : 'unseen'}>
        {found.length === 0 && t('assistants_no_match', typed.trim())}
      </p>
    </div>
  );
}
