import { siteRows } from '@/utils/ui/options/sites';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech } from '@/utils/ui/page-context';

/** What Understudy may do on which site, with buttons to allow and to revoke it. */
export function SitesSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, grants, allowSite, dropSite } = useOptions();
  return (
    <>
      <p className="quiet">{t('sites_why')}</p>
      {grants !== null && (
        <ul className="sites">
          {siteRows(options, grants, speech).map(({ pattern, site, isGiven, uses, isWide }) => (
            <li key={pattern} className="site" data-given={isGiven}>
              <h3>{site}</h3>
              <span className="quiet said">{t(isGiven ? 'sites_given' : 'sites_not_given')}</span>
              <button
                type="button"
                className="button small"
                aria-label={t(isGiven ? 'sites_take_back_for' : 'sites_give_for', site)}
                onClick={() => (isGiven ? dropSite(pattern) : allowSite(pattern))}
              >
                {t(isGiven ? 'sites_take_back' : 'sites_give')}
              </button>
              <div className="site-uses">
                {uses.map((use) => (
                  <p key={use} className="quiet said">
                    {use}
                  </p>
                ))}
                {isWide && <p className="said">{t('sites_wide', site)}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
