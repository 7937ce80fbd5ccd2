import { AssistantMark } from '@/components/assistant-mark';
import { Presettable } from '@/components/presettable';
import { OwnPageForm } from './own-page-form';
import { OwnPagePreview } from './own-page-preview';
import type { SectionProps } from './section-props';

/** Status pages that the person has added, and how one is added: its address, a look at it, and what of it counts. */
export function OwnPagesSection({ view, actions }: SectionProps) {
  const { why, pages, form, said, allow, preview } = view.ownPages;
  return (
    <Presettable note={view.preset.ownPages ?? view.preset.watched}>
      <p className="quiet">{why}</p>
      {pages.length > 0 && (
        <ul className="own-pages">
          {pages.map(({ id, name, mark, detail, remove }) => (
            <li key={id}>
              <AssistantMark mark={mark} />
              <span className="name">{name}</span>
              <span className="quiet said">{detail}</span>
              <button
                type="button"
                className="button plain"
                aria-label={remove.name}
                onClick={() => actions.removeOwnPage(id)}
              >
                {remove.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      <OwnPageForm words={form} onLook={actions.lookForPage} />
      <p role="status" className={said === '' ? 'unseen' : undefined}>
        {said}
      </p>
      {allow !== null && (
        <div className="actions">
          <button type="button" className="button primary" onClick={actions.allowPage}>
            {allow}
          </button>
        </div>
      )}
      {preview !== null && (
        <OwnPagePreview
          key={preview.page.address}
          preview={preview}
          onAdd={actions.addOwnPage}
          onCancel={actions.dropSearch}
        />
      )}
    </Presettable>
  );
}
