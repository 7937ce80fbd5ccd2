import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { moveBy } from './move-by';
import { withMember } from './with-member';

/** Whoever is new comes last; whoever is watched already keeps their place. */
export function withWatched(options: Options, id: AssistantId, isOn: boolean): Options {
  if (isOn && options.watched.includes(id)) return options;
  return { ...options, watched: withMember(options.watched, id, isOn) };
}

export function withWatchedMove(options: Options, id: AssistantId, by: number): Options {
  return { ...options, watched: moveBy(options.watched, id, by) };
}

/** Whether a part of its status page counts for the person. */
export function withCounted(options: Options, id: AssistantId, partId: string, counts: boolean): Options {
  return { ...options, parts: { ...options.parts, [id]: withMember(options.parts[id] ?? [], partId, counts) } };
}
