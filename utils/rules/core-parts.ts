import type { AssistantPart } from '@/utils/model/assistant';
import type { Report, StatusComponent } from '@/utils/model/report';

/** The components that stand for an assistant's parts on a page as it is now. */
export interface FoundParts {
  components: StatusComponent[];
  /** Names of parts that the page no longer lists. */
  missing: string[];
  /** The recorded ids are gone, and components of the recorded names take their place. */
  isMatchedByName: boolean;
}

function byId(report: Report, parts: readonly AssistantPart[]): FoundParts {
  const ids = new Set(parts.map(({ id }) => id));
  const components = report.components.filter(({ id }) => ids.has(id));
  const listed = new Set(components.map(({ id }) => id));
  return {
    components,
    missing: parts.filter(({ id }) => !listed.has(id)).map(({ name }) => name),
    isMatchedByName: false,
  };
}

/** Null when a name is ambiguous or none is found. */
function byName(report: Report, parts: readonly AssistantPart[]): FoundParts | null {
  const found = parts.map(({ name, aliases = [] }) =>
    report.components.filter((component) => [name, ...aliases].includes(component.name)),
  );
  if (found.some(({ length }) => length > 1) || found.every(({ length }) => length === 0)) return null;
  return {
    components: found.flat(),
    missing: parts.filter((_, index) => found[index]?.length === 0).map(({ name }) => name),
    isMatchedByName: true,
  };
}

/**
 * Finds parts by id. Names count only when every id is gone, which happens when a provider rebuilds its page, and only
 * on a page whose identity is known: on another page a component of the same name is another component.
 */
export function findParts(report: Report, parts: readonly AssistantPart[], isPageIdentified: boolean): FoundParts {
  const found = byId(report, parts);
  if (found.components.length > 0 || parts.length === 0 || !isPageIdentified) return found;
  return byName(report, parts) ?? found;
}
