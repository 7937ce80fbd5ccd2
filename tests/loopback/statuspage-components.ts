import { worstOf } from '@/utils/model/level';
import type { ComponentState, PageState } from './page-state';
import type { LoopbackComponent, LoopbackGroup, LoopbackPage } from './pages/loopback-page';
import { componentWord } from './statuspage-words';

/** The components as Statuspage lists them: a group is an entry before its first component. */
export function withGroups(page: LoopbackPage, state: PageState) {
  return state.components.flatMap((member, index) => {
    const own = componentOf(member, page);
    const { groupId } = member.component;
    const isFirst = state.components.findIndex(({ component }) => component.groupId === groupId) === index;
    const group = groupId === undefined || !isFirst ? undefined : page.groups.find(({ id }) => id === groupId);
    return group === undefined ? [own] : [groupOf(group, page, state), own];
  });
}

export function componentOf({ component, level, updatedAt }: ComponentState, page: LoopbackPage) {
  const { groupId } = component;
  // Positions restart inside a group.
  const siblings = groupId === undefined ? topLevelOf(page) : page.components.filter((it) => it.groupId === groupId);
  return {
    id: component.id,
    name: component.name,
    status: componentWord(level),
    created_at: iso(Date.parse(component.createdOn)),
    updated_at: iso(updatedAt),
    position: positionIn(siblings, component),
    description: null,
    showcase: true,
    start_date: component.createdOn,
    group_id: groupId ?? null,
    page_id: page.id,
    group: false,
    only_show_if_degraded: false,
  };
}

/** The name in updates, which is prefixed with the group. */
export function listedName({ groupId, name }: LoopbackComponent, { groups }: LoopbackPage): string {
  const group = groups.find(({ id }) => id === groupId);
  return group === undefined ? name : `${group.name} - ${name}`;
}

function groupOf(group: LoopbackGroup, page: LoopbackPage, state: PageState) {
  const members = state.components.filter(({ component }) => component.groupId === group.id);
  return {
    id: group.id,
    name: group.name,
    status: componentWord(worstOf(members.map(({ level }) => level))),
    created_at: iso(Date.parse(group.createdOn)),
    updated_at: iso(Date.parse(group.createdOn)),
    position: positionIn(topLevelOf(page), group),
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: page.id,
    group: true,
    only_show_if_degraded: false,
    components: members.map(({ component }) => component.id),
  };
}

/** Components without a group, and groups at the position of their first component. */
function topLevelOf({ components, groups }: LoopbackPage): readonly { id: string }[] {
  const entries = components.map((component) => groups.find(({ id }) => id === component.groupId) ?? component);
  return [...new Set(entries)];
}

/** Starts at 1. */
function positionIn(entries: readonly { id: string }[], { id }: { id: string }): number {
  return entries.findIndex((entry) => entry.id === id) + 1;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
