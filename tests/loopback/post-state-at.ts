import { levelAt } from './component-state-at';
import type { ComponentState, PostState, UpdateState } from './page-state';
import type { PageTimeline, ScenarioPost } from './scenario';

/** State of an incident or a maintenance at an offset; null before its first update. */
export function postStateAt<Phase extends string>(
  post: ScenarioPost<Phase>,
  timeline: PageTimeline,
  all: readonly ComponentState[],
  startedAt: number,
  offsetMs: number,
): PostState<Phase> | null {
  const components = all.filter(({ component }) => post.componentIds.includes(component.id));
  const updates: UpdateState<Phase>[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, { at, shownAt, label, text, edits }] of post.updates.entries()) {
    if (at > offsetMs) break;
    const phase = label === 'update' ? updates[0]?.phase : label;
    if (phase === undefined) throw new Error(`The first update of "${post.title}" needs a phase.`);
    const affected = components.map(({ component }) => ({
      component,
      before: levelAt(timeline, component.id, before),
      after: levelAt(timeline, component.id, at),
    }));
    const id = `${post.id}-${index + 1}`;
    const edit = edits?.findLast((candidate) => candidate.at <= offsetMs);
    updates.unshift({
      id,
      postedAt: startedAt + at,
      editedAt: startedAt + (edit?.at ?? at),
      shownAt: startedAt + (shownAt ?? at),
      phase,
      text: edit?.text ?? text,
      affected,
    });
    before = at;
  }
  const [newest, oldest] = [updates[0], updates.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const edit = post.titleEdits?.findLast(({ at }) => at <= offsetMs);
  return {
    id: post.id,
    title: edit?.title ?? post.title,
    impact: post.impact,
    phase: newest.phase,
    components,
    createdAt: post.createdAt === undefined ? oldest.postedAt : startedAt + post.createdAt,
    startedAt: oldest.shownAt,
    updatedAt: Math.max(newest.postedAt, startedAt + (edit?.at ?? Number.NEGATIVE_INFINITY)),
    updates,
  };
}
