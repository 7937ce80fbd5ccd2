import { OutsideLink } from '@/components/small';
import type { Runbook, RunbookStep } from '@/utils/i18n/runbook';
import { runbookOf } from '@/utils/ui/options/plan-b';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech, useT } from '@/utils/ui/page-context';

function PageLink({ url }: { url: string | null }) {
  const t = useT();
  return url === null ? t('runbook_no_page') : <OutsideLink url={url}>{url}</OutsideLink>;
}

function Step({ name, url, draft, statusUrl }: RunbookStep) {
  const t = useT();
  return (
    <li>
      <b>{name}</b>: {url === null ? t('runbook_local') : <OutsideLink url={url}>{url}</OutsideLink>}
      {draft !== null && <p>{draft}</p>}
      {statusUrl !== null && (
        <p>
          {t('runbook_status_page')} <OutsideLink url={statusUrl}>{statusUrl}</OutsideLink>
        </p>
      )}
    </li>
  );
}

/** The page itself. Printing shows nothing else. */
function RunbookSheet({ title, made, checks, steps, along, test }: Runbook) {
  const t = useT();
  return (
    <article className="runbook">
      <h3>{title}</h3>
      <p className="quiet">{made}</p>
      <h4>{t('runbook_check')}</h4>
      <ul>
        {checks.map(({ name, url }) => (
          <li key={name}>
            {name}: <PageLink url={url} />
          </li>
        ))}
      </ul>
      <h4>{t('runbook_switch')}</h4>
      {steps.length === 0 ? (
        <p>{t('plan_b_empty')}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <Step key={`${step.name} ${step.url}`} {...step} />
          ))}
        </ol>
      )}
      <h4>{t('runbook_along')}</h4>
      <p>{along}</p>
      <h4>{t('runbook_test')}</h4>
      <p>{test}</p>
    </article>
  );
}

/** Plan B on one page, for a team: to print, or as Markdown. */
export function RunbookSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { saveRunbook, print, ...data } = useOptions();
  const runbook = runbookOf(data, speech);
  return (
    <>
      <p className="quiet">{t('runbook_why')}</p>
      <RunbookSheet {...runbook} />
      <div className="actions">
        <button type="button" className="button" onClick={print}>
          {t('runbook_print')}
        </button>
        <button type="button" className="button" onClick={() => saveRunbook(runbook)}>
          {t('runbook_save')}
        </button>
      </div>
    </>
  );
}
