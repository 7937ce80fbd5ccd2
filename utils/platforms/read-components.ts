import { worstOf } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';
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
    word: plainLine(raw.status ?? ''),
  };
}

/** A part that two documents list, read moments apart, has the worse of both levels. */
export function readComponents(raws: readonly RawComponent[]): StatusComponent[] {
  const groups = raws.filter((raw) => raw.group === true);
  const groupNames = new Map(groups.map((raw) => [raw.id, plainLine(raw.name ?? raw.id)]));
  const components = new Map<string, StatusComponent>();
  for (const raw of raws) {
    if (raw.group === true) continue;
    const read = readOne(raw, groupNames);
    const known = components.get(raw.id);
    const isNews = known === undefined || worstOf([known.level, read.level]) !== known.level;
    if (isNews) components.set(raw.id, read);
  }
  return [...components.values()];
}
