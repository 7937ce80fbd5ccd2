import { Switch } from '@/components/controls';
import { allSources } from '@/utils/ui/ask-others';
import { siteRows } from '@/utils/ui/options/sites';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech } from '@/utils/ui/page-context';
import { LearnMore } from './disclosures';

/** The sources that "Ask others" may read. */
function OpinionSources() {
  const { t } = useSpeech();
  const { options, setOpinionSource } = useOptions();
  return (
    <div>
      <h3>{t('opinion_sources')}</h3>
      <p className="quiet">{t('opinion_sources_why')}</p>
      {allSources().map(({ id, name }) => {
        const isOn = options.opinionSources.includes(id);
        const toggle = () => setOpinionSource(id, !isOn);
        return <Switch key={id} text={name} why={t(`opinion_measures_${id}`)} isOn={isOn} onToggle={toggle} />;
      })}
    </div>
  );
}

/** What Understudy may do on which site, with buttons to allow and to revoke it. */
export function SitesSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, grants, allowSite, dropSite } = useOptions();
  const rows = grants === null ? [] : siteRows(options, grants, speech);
  return (
    <>
      <div>
        <p className="quiet">{t('sites_why')}</p>
        {rows.some(({ isWide }) => isWide) && <p className="quiet">{t('sites_wide')}</p>}
        <LearnMore about={t('sites')}>
          <p>{t('sites_more')}</p>
        </LearnMore>
      </div>
      {rows.length > 0 && (
        <table className="sites">
          <thead>
            <tr>
              <th scope="col">{t('sites_site')}</th>
              <th scope="col">{t('sites_uses')}</th>
              <th scope="col">
                <span className="unseen">{t('sites_access')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ pattern, site, isGiven, uses }) => (
              <tr key={pattern} data-given={isGiven}>
                <th scope="row">{site}</th>
                <td className="quiet">
                  {uses.map((use) => (
                    <p key={use}>{use}</p>
                  ))}
                </td>
                <td>
                  <button
                    type="button"
                    className="button small"
                    aria-label={t(isGiven ? 'sites_take_back_for' : 'sites_give_for', site)}
                    onClick={() => (isGiven ? dropSite(pattern) : allowSite(pattern))}
                  >
                    {t(isGiven ? 'sites_take_back' : 'sites_give')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OpinionSources />
    </>
  );
}
