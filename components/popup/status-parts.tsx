import { Presettable } from '@/components/presettable';
import { SignIcon } from '@/components/sign-icon';
import type { AssistantId } from '@/utils/model/assistant';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { RowPart, RowParts } from '@/utils/ui/popup/row-parts';

interface Props {
  assistantId: AssistantId;
  parts: RowParts;
  actions: PopupActions;
}

function Part({ name, sign, levelWords }: RowPart) {
  return (
    <>
      <SignIcon sign={sign} size={12} />
      <span className="part-name" dir="auto">
        {name}
      </span>
      <span className="level">{levelWords}</span>
    </>
  );
}

/** The parts that the status page lists of one assistant: those that make the verdict, and those that may if one wants. */
export function StatusParts({ assistantId, parts, actions }: Props) {
  const { heading, core, othersHeading, others, why, presetNote } = parts;
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="parts">
        {core.map((part) => (
          <li key={part.id}>
            <Part {...part} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3 className="others">{othersHeading}</h3>
          <Presettable note={presetNote}>
            <ul className="parts">
              {others.map((part) => (
                <li key={part.id}>
                  <Part {...part} />
                  <button
                    type="button"
                    role="switch"
                    className="switch small"
                    aria-checked={part.counts}
                    aria-label={part.countsFor}
                    title={part.countsFor}
                    onClick={() => actions.setCounted(assistantId, part.id, !part.counts)}
                  >
                    <span className="track" aria-hidden="true" />
                  </button>
                </li>
              ))}
            </ul>
          </Presettable>
          <p className="meta">{why}</p>
        </>
      )}
    </section>
  );
}
