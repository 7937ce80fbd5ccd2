import { type AssistantPart, isCoreKnown, type StatusPage } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import type { Report, StatusComponent } from '@/utils/model/report';
import type { PageMemory } from '@/utils/model/status-page';

/** A core part that no component of the page can be identified with, and why. */
export interface UnclearPart {
  name: string;
  reason: Extract<UnknownReason, 'ambiguous_name' | 'similar_name' | 'no_identity'>;
}

/** What is known about the core of a page. */
export interface WantedCore {
  core: readonly AssistantPart[];
  /** Exact names of further core parts whose ids are not recorded. */
  coreNames: readonly string[];
  /** Parts that earlier readings identified by name, with the ids that they had. */
  foundParts: readonly AssistantPart[];
  /** Ids that are recorded for other parts. A core part is never found under one of them by name. */
  otherIds: readonly string[];
  /** Names count only on a page of known identity: on another page, a component of the same name is a different one. */
  isPageIdentified: boolean;
}

/** The components that represent the core on the page as it is now. */
export interface FoundCore {
  components: StatusComponent[];
  /** The core with the ids that count now. A part that the page no longer lists keeps its recorded id. */
  parts: AssistantPart[];
  /** Names of parts that the page no longer lists. */
  missing: string[];
  /** A component was identified by its name, in this reading or an earlier one. */
  isMatchedByName: boolean;
  /** Parts that the page may list, but that cannot be told from other components. */
  unclear: UnclearPart[];
}

/** Letters and digits only, so that "Kimi-Chat" and "kimi chat" are alike. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const resembles = (name: string, wanted: string): boolean =>
  folded(name) === folded(wanted) || mentions(name, wanted) || mentions(wanted, name);

interface WantedPart {
  /** Null if no id is recorded. */
  id: string | null;
  names: readonly [string, ...string[]];
}

type Match = { component: StatusComponent } | { unclear: UnclearPart } | null;

/** Null if no component has the name or one like it. */
function matchByName({ names }: WantedPart, candidates: readonly StatusComponent[]): Match {
  const [name] = names;
  const exact = candidates.filter((component) => names.includes(component.name));
  const [component, ...namesakes] = exact;
  if (component !== undefined) {
    return namesakes.length === 0 ? { component } : { unclear: { name, reason: 'ambiguous_name' } };
  }
  const isSimilar = candidates.some((one) => names.some((wanted) => resembles(one.name, wanted)));
  return isSimilar ? { unclear: { name, reason: 'similar_name' } } : null;
}

/**
 * Finds the core by its recorded ids, then by the ids that earlier readings found, and by exact name last. A recorded
 * part is looked up by name only if every recorded id is gone, which happens when a provider rebuilds its page.
 */
export function findCore(report: Report, wanted: WantedCore): FoundCore {
  const { core, coreNames, foundParts, otherIds, isPageIdentified } = wanted;
  const parts: WantedPart[] = [
    ...core.map(({ id, name, aliases = [] }): WantedPart => ({ id, names: [name, ...aliases] })),
    ...coreNames.map((name): WantedPart => ({ id: null, names: [name] })),
  ];
  const listed = (id: string | null | undefined) => report.components.find((component) => component.id === id);
  const byId = parts.map(({ id, names: [name] }) => {
    return listed(id) ?? listed(foundParts.find((part) => part.name === name)?.id);
  });
  const isRebuilt = parts.every((_, index) => byId[index] === undefined);
  // A page that lists only incidents does not list working components, so a missing one means nothing.
  const areNamesLookedUp = isPageIdentified && report.lists === 'components';
  const taken = new Set([...otherIds, ...byId.map((component) => component?.id)]);
  const candidates = report.components.filter(({ id }) => !taken.has(id));
  const matches = parts.map((part, index): Match => {
    const component = byId[index];
    if (component !== undefined) return { component };
    if (part.id !== null && !isRebuilt) return null;
    if (areNamesLookedUp) return matchByName(part, candidates);
    return part.id === null ? { unclear: { name: part.names[0], reason: 'no_identity' } } : null;
  });
  const components = matches.flatMap((match) => (match !== null && 'component' in match ? [match.component] : []));
  const unclear = matches.flatMap((match) => (match !== null && 'unclear' in match ? [match.unclear] : []));
  const found = (index: number) => {
    const match = matches[index];
    return match != null && 'component' in match ? match.component : null;
  };
  const isMatchedByName = parts.some(({ id }, index) => found(index) !== null && found(index)?.id !== id);
  return {
    components,
    parts: parts.flatMap(({ id, names: [name] }, index) => {
      const now = found(index)?.id ?? (isMatchedByName ? null : id);
      return now === null ? [] : [{ id: now, name }];
    }),
    missing: parts.flatMap(({ names: [name] }, index) => (matches[index] === null ? [name] : [])),
    isMatchedByName,
    unclear,
  };
}

type PageOfCore = Pick<StatusPage, 'core' | 'coreNames' | 'features' | 'pageId' | 'hosts'>;

/**
 * A reading of a page with a recorded id was rejected if it did not state that id. Without one, the page has to state
 * an address on a recorded host.
 */
function isIdentified({ pageId, hosts }: PageOfCore, { pageHost }: Pick<Report, 'pageHost'>): boolean {
  return pageId !== null || (pageHost != null && hosts.includes(pageHost));
}

export function wantedCoreOf(page: PageOfCore, report: Report, foundParts: readonly AssistantPart[]): WantedCore {
  const { core, coreNames, features } = page;
  return {
    core,
    coreNames,
    foundParts,
    otherIds: features.map(({ id }) => id),
    isPageIdentified: isIdentified(page, report),
  };
}

/**
 * The parts to remember after a reading: the ids that were found by name, so that a later rename is followed. A part
 * that is not listed now keeps the id it had.
 */
export function updateFoundParts(page: PageOfCore, report: Report, before: readonly AssistantPart[]): AssistantPart[] {
  const recorded = new Set(page.core.map(({ id }) => id));
  const { parts } = findCore(report, wantedCoreOf(page, report, before));
  const found = parts.filter(({ id }) => !recorded.has(id));
  const kept = before.filter(({ name }) => !found.some((part) => part.name === name));
  return [
    ...found,
    ...kept.filter(({ name }) => [...page.coreNames, ...page.core.map((part) => part.name)].includes(name)),
  ];
}

/**
 * The components that the user ticked, in place of a core that is not known. One that the page no longer lists stays: it
 * must not be taken for operational.
 */
export function chosenCoreOf(page: PageOfCore, { components }: Report, parts: readonly string[]): AssistantPart[] {
  if (isCoreKnown(page)) return [];
  const known = [...components, ...page.features];
  return parts.map((id) => ({ id, name: known.find((one) => one.id === id)?.name ?? id }));
}

/**
 * The page with the ids that its core has now; without them as long as they are unknown. If no core is known, the
 * components that the user ticked are the core.
 */
export function withFoundCore<Page extends PageOfCore>(
  page: Page,
  { report, foundParts }: Pick<PageMemory, 'report' | 'foundParts'>,
  parts: readonly string[] = [],
): Page {
  if (report === null) return page;
  if (!isCoreKnown(page)) return { ...page, core: chosenCoreOf(page, report, parts) };
  return { ...page, core: findCore(report, wantedCoreOf(page, report, foundParts)).parts };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a text contains a name as whole words, ignoring case: "AI" is not in "failing", "Poe" not in "Poetry", and
 * "v0" not in "v0.9". A full stop at the end of a sentence ends a name; one inside a version number does not.
 */
export function mentions(text: string, name: string): boolean {
  const wanted = name.trim();
  if (wanted === '') return false;
  const words = escaped(wanted).replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}_]|\\p{N}\\.)${words}(?![\\p{L}\\p{N}_]|\\.\\p{N})`, 'iu').test(text);
}
