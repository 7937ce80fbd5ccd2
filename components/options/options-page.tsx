import { useStore } from 'zustand';
import type { OptionsStore } from '@/utils/ui/options/store';
import { OPTIONS_SECTIONS } from './options-sections';
import type { SectionProps } from './section-props';

/** What a person chooses in calm, section by section. */
export function OptionsPage(props: SectionProps) {
  const { view } = props;
  return (
    <main className="options" lang={view.language} dir={view.direction}>
      <h1>{view.title}</h1>
      {view.storage !== null && <p role="status">{view.storage}</p>}
      <nav aria-label={view.labels.contents}>
        <ul>
          {OPTIONS_SECTIONS.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading(view)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {OPTIONS_SECTIONS.map(({ id, heading, Body }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`}>{heading(view)}</h2>
          <Body {...props} />
        </section>
      ))}
    </main>
  );
}

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function OptionsApp({ store }: { store: OptionsStore }) {
  const { view, said } = useStore(store);
  if (view === null) return null;
  return <OptionsPage view={view} said={said} actions={store.actions} />;
}
