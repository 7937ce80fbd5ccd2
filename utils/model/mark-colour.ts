/** What a mark may be drawn in; `components/tokens.css` has one pair of colours for each. */
export const MARK_COLOURS = ['clay', 'amber', 'green', 'teal', 'blue', 'violet', 'plum', 'slate'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];
