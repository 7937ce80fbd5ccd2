import { type ReactNode, useId, useState } from 'react';
import { LANGUAGE_CODES, LANGUAGES, type LanguageChoice } from '@/utils/model/options';
import type { Maintenance } from '@/utils/model/report';
import { useT } from '@/utils/ui/page-context';
import { Chevron } from './small';

interface SwitchProps {
  text: string;
  /** An explanation in small print. */
  why: string | null;
  isOn: boolean;
  onToggle: () => void;
}

/** A setting that takes effect at once. */
export function Switch({ text, why, isOn, onToggle }: SwitchProps) {
  return (
    <>
      <button type="button" role="switch" className="switch" aria-checked={isOn} onClick={onToggle}>
        <span className="name">{text}</span>
        <span className="track" aria-hidden="true" />
      </button>
      {why !== null && <p className="meta">{why}</p>}
    </>
  );
}

interface LanguagePickerProps {
  choice: LanguageChoice;
  onChange: (choice: LanguageChoice) => void;
}

/** Each language is listed under its own name, so that its speakers recognize it. */
export function LanguagePicker({ choice, onChange }: LanguagePickerProps) {
  const t = useT();
  return (
    <label className="language">
      {t('language')}
      <select
        className="field"
        value={choice}
        onChange={({ currentTarget }) => onChange(currentTarget.value as LanguageChoice)}
      >
        <option value="browser">{t('language_browser')}</option>
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code} lang={code}>
            {LANGUAGES[code]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DisclosureProps {
  heading: string;
  /** A summary of the content, shown while it is closed. */
  gist: string | null;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A part of the page behind its heading. Closed content is not rendered. */
export function Disclosure({ heading, gist, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <section className="panel">
      <h2>
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <span className="panel-name">{heading}</span>
          <span className="gist">{isOpen ? null : gist}</span>
          <Chevron />
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="panel-body">
          {children}
        </div>
      )}
    </section>
  );
}

interface CopyButtonProps {
  className?: string;
  label: string;
  /** The text, or reads it in the click, so that it is up to date. */
  text: string | (() => Promise<string>);
  copy: (text: string) => Promise<boolean>;
}

type CopyOutcome = { kind: 'none' | 'copied' } | { kind: 'failed'; text: string };

/** Copies within the click, and remembers whether that worked. */
export function useCopy(copy: CopyButtonProps['copy']) {
  const [outcome, setOutcome] = useState<CopyOutcome>({ kind: 'none' });
  const copyNow = async (text: CopyButtonProps['text']) => {
    // Or a second copy would change nothing that is seen or announced.
    setOutcome({ kind: 'none' });
    const said = typeof text === 'string' ? text : await text().catch(() => null);
    const isCopied = said !== null && (await copy(said));
    setOutcome(isCopied ? { kind: 'copied' } : { kind: 'failed', text: said ?? '' });
  };
  return { outcome, copyNow };
}

/** Says whether it was copied. Where it was not, the text appears in a field to be selected. */
export function CopyResult({ outcome }: { outcome: CopyOutcome }) {
  const t = useT();
  const id = useId();
  return (
    <>
      <span id={id} className="quiet said" aria-live="polite">
        {outcome.kind === 'copied' && t('popup_copied')}
        {outcome.kind === 'failed' && t('popup_copy_failed')}
      </span>
      {outcome.kind === 'failed' && (
        <textarea
          className="to-select"
          readOnly
          rows={Math.min(4, Math.ceil(outcome.text.length / 40))}
          value={outcome.text}
          aria-labelledby={id}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}

/** Copies within the click, and says whether that worked. */
export function CopyButton({ className = 'button small', label, text, copy }: CopyButtonProps) {
  const { outcome, copyNow } = useCopy(copy);
  return (
    <>
      <button type="button" className={className} onClick={() => void copyNow(text)}>
        {label}
      </button>
      <CopyResult outcome={outcome} />
    </>
  );
}

interface UndoRowProps {
  text: string;
  label: string;
  /** The label together with its subject, for screen readers. */
  name: string;
  onBack: () => void;
}

/** Something that the user set, and the button that undoes it. */
export function UndoRow({ text, label, name, onBack }: UndoRowProps) {
  return (
    <p className="aside">
      <span>{text}</span>
      <button type="button" className="button plain" aria-label={name} onClick={onBack}>
        {label}
      </button>
    </p>
  );
}

interface PresetNoteProps {
  id?: string;
  /** Undefined where the user may choose. */
  note: string | undefined;
}

/** Says that the settings below are set by an organization. */
export function PresetNote({ id, note }: PresetNoteProps) {
  if (note === undefined) return null;
  return (
    <p id={id} className="preset-note">
      <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M2.5 5.5h7v5h-7zM4 5.5V4a2 2 0 0 1 4 0v1.5" strokeWidth="1.2" />
      </svg>
      {note}
    </p>
  );
}

interface ManagedSettingProps {
  /** Says who set it; undefined where the user may choose. */
  note: string | undefined;
  children: ReactNode;
}

/** The controls of one setting. Where an organization has set it, they are disabled, and the group says why. */
export function ManagedSetting({ note, children }: ManagedSettingProps) {
  const id = useId();
  if (note === undefined) return children;
  return (
    <fieldset className="preset" disabled aria-labelledby={id}>
      <PresetNote id={id} note={note} />
      {children}
    </fieldset>
  );
}

/** Saves a maintenance as a calendar file. Nothing where the page states no start. */
export function CalendarButton({ maintenance, onSave }: { maintenance: Maintenance; onSave: () => void }) {
  const t = useT();
  const { title, phase, startsAt } = maintenance;
  if (startsAt === null) return null;
  const isCanceled = phase === 'cancelled';
  return (
    <button
      type="button"
      className="button plain"
      title={t('calendar_why')}
      aria-label={t(isCanceled ? 'calendar_cancel_for' : 'calendar_save_for', title)}
      onClick={onSave}
    >
      {t(isCanceled ? 'calendar_cancel' : 'calendar_save')}
    </button>
  );
}
