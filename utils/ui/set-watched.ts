import type { AssistantId } from '@/utils/model/assistant';
import { withWatched } from '@/utils/rules/change-watched';
import { changeOptions } from './change-options';
import { tellBackground } from './tell-background';

/** Whoever is new has not been read yet, so that is asked for. Never rejects. */
export async function setWatched(id: AssistantId, isOn: boolean): Promise<void> {
  await changeOptions((options) => withWatched(options, id, isOn));
  if (isOn) tellBackground({ type: 'opened' });
}
