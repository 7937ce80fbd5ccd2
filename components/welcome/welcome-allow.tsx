import type { WelcomeAsk, WelcomeView } from '@/utils/ui/welcome/welcome-view';

interface Props {
  allow: WelcomeView['allow'];
  onAllow: (patterns: string[]) => void;
}

/** One click for what is used as a whole; what is wider than its use is asked for by itself, and says so. */
export function WelcomeAllow({ allow, onAllow }: Props) {
  const { heading, why, all, wide, given } = allow;
  const button = ({ patterns, label }: WelcomeAsk) => (
    <button type="button" className="button" onClick={() => onAllow(patterns)}>
      {label}
    </button>
  );
  return (
    <section aria-labelledby="allow-heading">
      <h2 id="allow-heading">{heading}</h2>
      <p className="quiet">{why}</p>
      {all !== null && <div className="actions">{button(all)}</div>}
      {wide.map((ask) => (
        <div key={ask.label} className="wide">
          {button(ask)}
          <p className="quiet said">{ask.wide}</p>
        </div>
      ))}
      <p role="status">{given}</p>
    </section>
  );
}
