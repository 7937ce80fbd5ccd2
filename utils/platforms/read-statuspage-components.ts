import type { StatusComponent } from '@/utils/model/report';
import { mergeComponents } from './merge-components';
import { plainLine } from './plain-text';
import type { RawComponent } from './statuspage-schema';
import { levelOfWord } from './statuspage-words';

/** Groups are headings, not parts: they are left out, and their names stand on their members. */
function readOne(raw: RawComponent, groupNames: ReadonlyMap<string, string>): StatusComponent {
  return {
    id: raw.id,
    name: plainLine(raw.name ?? raw.id),
    group: groupNames.get(raw.group_id ?? '') ?? null,
    level: levelOfWord(raw.status),
    word: plainLine(raw.status),
  };
}

export function readComponents(raws: readonly RawComponent[]): StatusComponent[] {
  const groups = raws.filter((raw) => raw.group === true);
  const groupNames = new Map(groups.map((raw) => [raw.id, plainLine(raw.name ?? raw.id)]));
  return mergeComponents(raws.filter((raw) => raw.group !== true).map((raw) => readOne(raw, groupNames)));
}
