import type { SectionProps } from './section-props';

/** What may be done on which site, with the way to give it and to take it back. */
export function SitesSection({ view, actions }: SectionProps) {
  const { why, rows } = view.sites;
  return (
    <>
      <p className="quiet">{why}</p>
      {rows !== null && (
        <ul className="sites">
          {rows.map(({ pattern, site, uses, wide, isGiven, state, change }) => (
            <li key={pattern} className="site" data-given={isGiven}>
              <h3>{site}</h3>
              <span className="quiet said">{state}</span>
              <button
                type="button"
                className="button small"
                aria-label={change.name}
                onClick={() => (isGiven ? actions.dropSite(pattern) : actions.allowSite(pattern))}
              >
                {change.label}
              </button>
              <div className="site-uses">
                {uses.map((use) => (
                  <p key={use} className="quiet said">
                    {use}
                  </p>
                ))}
                {wide !== null && <p className="said">{wide}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
