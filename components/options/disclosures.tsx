import { type ReactNode, useId, useState } from 'react';
import { AssistantEntry, AssistantList } from '@/components/assistant-list';
import { Chevron, LineIcon } from '@/components/small';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { useT } from '@/utils/ui/page-context';

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

/** Assistants that can be added to a list. */
export function AddList({ assistants, onAdd, extra }: AddListProps) {
  return (
    <AssistantList
      assistants={assistants}
      entry={(assistant) => (
        <>
          <button type="button" className="add-choice" onClick={() => onAdd(assistant.id)}>
            <AssistantEntry assistant={assistant} />
          </button>
          {extra?.(assistant)}
        </>
      )}
    />
  );
}
