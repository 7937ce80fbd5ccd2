import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { plural } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { groupedAssistants } from '@/utils/ui/page-registry';
import { watchWords } from '@/utils/ui/text';

/** The content of an entry: mark, name, and how well the assistant can be watched. */
export function AssistantEntry({ assistant }: { assistant: Assistant }) {
  const t = useT();
  return (
    <>
      <AssistantMark assistant={assistant} />
      <span className="assistant">{assistant.name}</span> <span className="quiet said">{watchWords(assistant, t)}</span>
    </>
  );
}

interface GroupProps {
  heading: string;
  assistants: readonly Assistant[];
  entry: (assistant: Assistant) => ReactNode;
}

function Group({ heading, assistants, entry }: GroupProps) {
  const id = useId();
  if (assistants.length === 0) return null;
  return (
    <>
      <p id={id} className="quiet said">
        {heading}
      </p>
      <ul aria-labelledby={id}>
        {assistants.map((assistant) => (
          <li key={assistant.id}>{entry(assistant)}</li>
        ))}
      </ul>
    </>
  );
}

/** The controls that the arrow keys walk through: the field, then the control of each entry. */
const STOPS = '[type="search"], button.add-choice, .add-choice [type="checkbox"]';

/** Takes the only match. One that is taken already stays: a second press on its checkbox would take it back. */
export function takeOnly(matches: readonly { matches(selector: string): boolean; click(): void }[]): void {
  const [only] = matches;
  if (matches.length === 1 && !only?.matches(':checked')) only?.click();
}

/** The arrow keys walk through the list. Enter in the field takes the only match. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  if (event.key === 'Enter' && at === 0) {
    event.preventDefault();
    takeOnly(stops.slice(1));
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

interface AssistantListProps {
  assistants: readonly Assistant[];
  /** An entry is a button or a label with the class `add-choice`. */
  entry: (assistant: Assistant) => ReactNode;
}

/** Assistants to choose from, with a field to search them. Its height is fixed, so that typing moves nothing below it. */
export function AssistantList({ assistants, entry }: AssistantListProps) {
  const speech = useSpeech();
  const { t } = speech;
  const [typed, setTyped] = useState('');
  const { mostUsed, others } = groupedAssistants(assistants, typed);
  const count = mostUsed.length + others.length;
  return (
    <search className="add-list" onKeyDown={onKey}>
      <div className="add-search">
        <input
          type="search"
          className="field"
          aria-label={t('assistants_search')}
          placeholder={t('assistants_search')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status" className="quiet said">
          {count === 0 ? t('assistants_no_match', typed.trim()) : plural('assistants_found', count, speech)}
        </p>
      </div>
      <div className="add-choices">
        <Group heading={t('assistants_most_used')} assistants={mostUsed} entry={entry} />
        <Group heading={t('assistants_all_others')} assistants={others} entry={entry} />
      </div>
    </search>
  );
}
