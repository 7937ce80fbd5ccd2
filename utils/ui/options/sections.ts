/** The sections of the options page, in their order. The page opens at one of them: `options.html#plan-b`. */
export const SECTION_IDS = [
  'assistants',
  'plan-b',
  'notices',
  'drafts',
  'permissions',
  'what-works',
  'settings',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Parts of a section that have an address of their own. */
const SECTION_OF_PART = { 'own-pages': 'assistants', 'failing-messages': 'drafts', report: 'what-works' } as const;

/** What the page shows. */
export interface OptionsPlace {
  section: SectionId;
  /** The section or part whose heading gets the focus; null when the address names none. */
  target: SectionId | keyof typeof SECTION_OF_PART | null;
}

const isPart = (id: string): id is keyof typeof SECTION_OF_PART => Object.hasOwn(SECTION_OF_PART, id);

/** The place that a hash ("#plan-b") names; the first section when it names none. */
export function optionsPlace(hash: string): OptionsPlace {
  const id = hash.slice(1);
  if (isPart(id)) return { section: SECTION_OF_PART[id], target: id };
  const section = SECTION_IDS.find((one) => one === id);
  return { section: section ?? 'assistants', target: section ?? null };
}
