import type { ComponentType } from 'react';
import type { MessageKey } from '@/utils/i18n/speech';
import { OptionsContext, type OptionsStore, useOptions } from '@/utils/ui/options/store';
import { PageSpeech, useLanguage, useT } from '@/utils/ui/page-context';
import { AssistantsSection } from './assistants-section';
import { DraftsSection } from './drafts-section';
import { NoticingSection } from './noticing-section';
import { NotificationsSection } from './notifications-section';
import { OwnPagesSection } from './own-pages-section';
import { PlanBSection } from './plan-b-section';
import { SettingsSection } from './settings-section';
import { SitesSection } from './sites-section';

interface OptionsSection {
  /** The page can be opened at it: `options.html#plan-b`. */
  id: string;
  heading: MessageKey;
  Body: ComponentType;
}

/** The sections of the options page, from top to bottom. */
const SECTIONS: readonly OptionsSection[] = [
  { id: 'assistants', heading: 'assistants', Body: AssistantsSection },
  { id: 'own-pages', heading: 'own_pages', Body: OwnPagesSection },
  { id: 'plan-b', heading: 'plan_b', Body: PlanBSection },
  { id: 'notices', heading: 'notices', Body: NotificationsSection },
  { id: 'permissions', heading: 'sites', Body: SitesSection },
  { id: 'drafts', heading: 'drafts', Body: DraftsSection },
  { id: 'failing-messages', heading: 'noticing', Body: NoticingSection },
  { id: 'settings', heading: 'settings', Body: SettingsSection },
];

/** All settings, section by section. */
export function OptionsPage() {
  const t = useT();
  const { isLoaded, status } = useOptions();
  const language = useLanguage();
  // No spinner: storage answers within a few milliseconds.
  if (!isLoaded) return null;
  return (
    <main className="options" {...language}>
      <h1>{t('options_title')}</h1>
      {status.storageTrouble !== null && <p role="status">{t(`storage_${status.storageTrouble}`)}</p>}
      <nav aria-label={t('options_contents')}>
        <ul>
          {SECTIONS.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(heading)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {SECTIONS.map(({ id, heading, Body }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`}>{t(heading)}</h2>
          <Body />
        </section>
      ))}
    </main>
  );
}

export function OptionsApp({ store }: { store: OptionsStore }) {
  return (
    <OptionsContext value={store}>
      <PageSpeech store={store}>
        <OptionsPage />
      </PageSpeech>
    </OptionsContext>
  );
}
