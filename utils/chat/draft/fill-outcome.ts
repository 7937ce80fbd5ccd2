/** What differs between the draft and what stands in the composer: draft minus composer, so below 0 means added. */
export interface Lost {
  /** UTF-16 units, line breaks not counted. */
  characters: number;
  lines: number;
  /** Of those lines, the ones without any text. */
  blankLines: number;
}

export type FillOutcome =
  /** The composer holds the draft, all of it and nothing else. */
  | { kind: 'exact' }
  /** The site made a file of it: the composer is empty and an attachment has come beside it. */
  | { kind: 'attached' }
  /** Something else stands in the composer now and could not, or must not, be taken out again. */
  | { kind: 'altered'; lost: Lost }
  /** The composer is empty. `lost`: what the site would have made of the draft, null when it took nothing at all. */
  | { kind: 'refused'; lost: Lost | null }
  /** The field takes fewer characters than the draft has. It was not touched. */
  | { kind: 'too_long' }
  /** Other text was there before; it was not touched. */
  | { kind: 'occupied' };
