import { loadRowDetails } from '@/components/popup/assistant-row';
import { PopupPage } from '@/components/popup/popup-page';
import { stagedPopup } from '@/tests/gallery/popup-stage';
import type { AssistantId } from '@/utils/model/assistant';
import { PopupContext } from '@/utils/ui/popup/context';
import type { PopupData } from '@/utils/ui/popup/state';
import { markupOf } from './rendered';

// Rendering to a string does not wait for what a page loads later.
await loadRowDetails();

/** The popup over made-up data as it is first rendered: in English, at a given time. */
export function popupMarkup(data: Partial<PopupData>, now: number): string {
  return markupOf(
    <PopupContext value={stagedPopup(data)}>
      <PopupPage />
    </PopupContext>,
    now,
  );
}

/** The row of one assistant in the markup of the popup; empty if there is none. */
export function rowMarkup(markup: string, id: AssistantId): string {
  const rows = markup.slice(0, markup.indexOf('<footer')).split('<li class="row"');
  return rows.find((row) => row.startsWith(` data-assistant="${id}"`)) ?? '';
}
