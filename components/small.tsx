import type { ReactNode } from 'react';
import { limitWords } from '@/utils/i18n/diagnosis-words';
import type { Level } from '@/utils/model/level';
import type { LimitEnd } from '@/utils/model/limit';
import type { LimitAction } from '@/utils/model/messages';
import { SIGN_SHAPES } from '@/utils/ui/marks';
import { useSpeech } from '@/utils/ui/page-context';
import { type ListedUpdate, type Timed, timed } from '@/utils/ui/text';

/** A link out of the extension. It opens in a new tab that gets no referrer and no `window.opener`. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

interface LineIconProps {
  d: string;
  /** Of the grid and of the icon, in pixels. */
  size?: number;
  className?: string;
}

/** An icon of lines in the color of the text. Hidden from screen readers: the button around it has a name. */
export function LineIcon({ d, size = 12, className }: LineIconProps) {
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} width={size} height={size} aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** Points down beside content that is closed. The style sheet turns it around where the content is open. */
export const Chevron = () => <LineIcon className="chevron" d="M2.5 4.5 6 8l3.5-3.5" />;

/** On a button that removes or dismisses. */
export const Cross = () => <LineIcon d="m2.5 2.5 7 7m0-7-7 7" />;

/** A text about a time, with the full time in its tooltip. */
export function TimedText({ value }: { value: Timed }) {
  return <span {...(value.full === null ? {} : { title: value.full })}>{value.text}</span>;
}

/** A sign in the color of its level. The text beside it says the same, so it is hidden from screen readers. */
export function SignIcon({ sign, size = 16 }: { sign: keyof typeof SIGN_SHAPES; size?: number }) {
  return (
    <svg className="sign" data-sign={sign} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SIGN_SHAPES[sign].map((part) =>
        part.paint === 'fill' ? (
          <path key={`fill ${part.d}`} d={part.d} fill="currentColor" />
        ) : (
          <path
            key={part.d}
            d={part.d}
            fill="none"
            stroke="currentColor"
            strokeWidth={part.width}
            strokeLinejoin="round"
          />
        ),
      )}
    </svg>
  );
}

interface StripCellsProps {
  /** A summary of the chart. */
  alt: string;
  cells: readonly { at: number; level: Level; title: string; isPartly?: boolean }[];
}

/** The bars of a strip without its dates. */
export function StripCells({ alt, cells }: StripCellsProps) {
  return (
    <div className="cells" role="img" aria-label={alt}>
      {cells.map(({ at, level, title, isPartly }) => (
        <span key={at} data-level={level} data-partly={isPartly || undefined} title={title} />
      ))}
    </div>
  );
}

interface LevelStripProps extends StripCellsProps {
  from: string;
  to: string;
}

/** Days as bars: the worse the day, the taller the bar. A dot stands for a day without data. */
export function LevelStrip({ alt, cells, from, to }: LevelStripProps) {
  return (
    <div className="strip-frame">
      <StripCells alt={alt} cells={cells} />
      <p className="axis" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}

interface UpdateListProps {
  updates: readonly ListedUpdate[];
  label: string;
}

/** All updates that the provider posted for one incident. Their text may run in either direction. */
export function UpdateList({ updates, label }: UpdateListProps) {
  return (
    <ol className="updates" aria-label={label}>
      {updates.map(({ key, at, text }) => (
        <li key={key}>
          <p className="meta">
            <TimedText value={at} />
          </p>
          <p className="words" dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}

interface LimitLineProps {
  limit: Pick<LimitEnd, 'until' | 'isAwaited'>;
  /** The name of the assistant. */
  name: string;
  /** Whether it is only read from a text, so that there is nothing to dismiss. */
  isUnsaved?: boolean;
  onDo: (does: LimitAction) => void;
}

/** When the user's own limit ends, with an offer to be notified then. */
export function LimitLine({ limit, name, isUnsaved = false, onDo }: LimitLineProps) {
  const speech = useSpeech();
  const { t } = speech;
  const key = limit.isAwaited ? 'undo' : 'notify';
  return (
    <div className="limit">
      <p role="status">
        <TimedText value={timed(limitWords(limit.until, speech), limit.until, speech)} />{' '}
        {limit.isAwaited && t('limit_awaited')}
      </p>
      <div className="actions texts">
        <button
          type="button"
          className="button plain"
          aria-label={t(`limit_${key}_for`, name)}
          onClick={() => onDo(limit.isAwaited ? 'cancel' : 'await')}
        >
          {t(`limit_${key}`)}
        </button>
        {!isUnsaved && (
          <button
            type="button"
            className="button plain"
            aria-label={t('limit_forget_for', name)}
            onClick={() => onDo('forget')}
          >
            {t('limit_forget')}
          </button>
        )}
      </div>
    </div>
  );
}
