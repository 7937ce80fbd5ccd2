import { isField } from './is-field';
import { readDraft } from './read-draft';
import { selectAll } from './select-all';
import { type Pace, settle } from './settle';
import { writeValue } from './write-value';

/** Takes out again what was filled in. False when something is left. */
export async function clearComposer(composer: HTMLElement, pace: Pace): Promise<boolean> {
  if (isField(composer)) {
    writeValue(composer, '');
  } else {
    await selectAll(composer);
    document.execCommand('delete');
  }
  await settle(composer, pace);
  return readDraft(composer) === '';
}
