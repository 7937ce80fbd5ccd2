import { useId } from 'react';
import type { CheckActions } from '@/utils/ui/check/check-actions';
import type { CheckAdvice } from '@/utils/ui/check/check-advice';

interface Props {
  heading: string;
  advice: CheckAdvice[];
  act: CheckActions['act'];
  goOn: CheckActions['goOn'];
}

/** What may help, the most promising first, each with its button where one can do it. */
export function CheckAdviceList({ heading, advice, act, goOn }: Props) {
  const id = useId();
  return (
    <section className="part-of-check">
      <h2 id={id}>{heading}</h2>
      <ol className="advice" aria-labelledby={id}>
        {advice.map(({ advice: kind, text, deed, links }) => (
          <li key={kind} data-advice={kind}>
            <p>{text}</p>
            {deed !== null && (
              <button type="button" className="button small" onClick={() => act(deed.kind)}>
                {deed.label}
              </button>
            )}
            {links.length > 0 && (
              <div className="actions">
                {links.map((link) => (
                  <button key={link.wayId} type="button" className="button small" onClick={() => goOn(link.wayId)}>
                    {link.label}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
