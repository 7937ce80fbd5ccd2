import { type ComponentType, useEffect, useRef } from 'react';
import type { MessageKey } from '@/utils/i18n/speech';
import { SECTION_IDS, type SectionId } from '@/utils/ui/options/state';
import { OptionsContext, type OptionsStore, useOptions } from '@/utils/ui/options/store';
import { PageSpeech, useLanguage, useT } from '@/utils/ui/page-context';
import { AssistantsSection } from './assistants-section';
import { DraftsSection } from './drafts-section';
import { NotificationsSection } from './notifications-section';
import { PlanBSection } from './plan-b-section';
import { SettingsSection } from './settings-section';
import { SitesSection } from './sites-section';
import { WhatWorksSection } from './what-works-section';

const SECTIONS: Record<SectionId, { heading: MessageKey; Body: ComponentType }> = {
  assistants: { heading: 'assistants', Body: AssistantsSection },
  'plan-b': { heading: 'plan_b', Body: PlanBSection },
  notices: { heading: 'notices', Body: NotificationsSection },
  drafts: { heading: 'drafts_and_detection', Body: DraftsSection },
  permissions: { heading: 'sites', Body: SitesSection },
  'what-works': { heading: 'what_works', Body: WhatWorksSection },
  settings: { heading: 'settings', Body: SettingsSection },
};

/** With the name of the file: axe takes links that start with "#" and are scrolled out of view for skip links. */
const addressOf = (id: SectionId): string => `options.html#${id}`;

/** The links to all sections. In a narrow page they are one line that scrolls, and the current one is in view. */
function Navigation({ current }: { current: SectionId }) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current === link.current?.dataset.section) link.current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={t('options_contents')}>
      <ul>
        {SECTION_IDS.map((id) => (
          <li key={id}>
            <a
              ref={id === current ? link : undefined}
              href={addressOf(id)}
              data-section={id}
              aria-current={id === current ? 'page' : undefined}
            >
              {t(SECTIONS[id].heading)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The title of the tab, and the focus on what the address names, follow the section. */
function usePlace() {
  const t = useT();
  const { place } = useOptions();
  const { section, target } = place;
  const title = t('options_title_at', t(SECTIONS[section].heading));
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const heading = target === null ? null : document.getElementById(`${target}-heading`);
    if (heading === null) return;
    if (target === section) scrollTo(0, 0);
    heading.focus({ preventScroll: target === section });
  }, [section, target]);
  return section;
}

/** All settings, one section at a time. */
function Sections() {
  const t = useT();
  const { status } = useOptions();
  const language = useLanguage();
  const id = usePlace();
  const { heading, Body } = SECTIONS[id];
  return (
    <main className="options" {...language}>
      <h1>{t('options_title')}</h1>
      <Navigation current={id} />
      <div className="content">
        {status.storageTrouble !== null && <p role="status">{t(`storage_${status.storageTrouble}`)}</p>}
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`} tabIndex={-1}>
            {t(heading)}
          </h2>
          <Body />
        </section>
      </div>
    </main>
  );
}

/** No spinner: storage answers within a few milliseconds. */
export function OptionsPage() {
  return useOptions().isLoaded && <Sections />;
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
