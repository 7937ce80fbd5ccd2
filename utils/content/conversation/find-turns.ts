import type { ConversationHints, Turn } from '@/utils/model/conversation';
import type { SeenTurn } from './accumulate';
import { markdownOf } from './markdown';

/** Attributes that state whose message an element is, on sites without hints of their own. */
const ROLE_ATTRIBUTES = [
  'data-message-author-role',
  'data-message-role',
  'data-turn',
  'data-author',
  'data-from',
  'data-sender',
  'data-role',
];
const PERSON = /^(user|human|person|you|me|customer)$/i;
const ASSISTANT = /^(assistant|ai|bot|model|agent)$/i;
const GENERIC = ROLE_ATTRIBUTES.map((name) => `[${name}]`).join(', ');

/** Identify a message for as long as it exists. */
const KEY_ATTRIBUTES = ['data-turn-id', 'data-message-id'];
/** The place of a message in the list, or in the loaded part of it, with the number of the first place. */
const PLACE_ATTRIBUTES = [
  ['aria-posinset', 1],
  ['data-index', 0],
  ['data-item-index', 0],
  ['data-testid', 1],
] as const;
/** ChatGPT numbers all turns of a conversation, including those that are not in the page. */
const NUMBERED_ID = /^conversation-turn-(\d{1,6})$/;
export const ROW =
  '[data-turn-id], [data-message-id], [aria-posinset], [data-index], [data-item-index], [data-testid^="conversation-turn-"]';

type Role = Turn['from'];

/** A message in the page. Its parts have the same row: an answer may be interrupted by what the assistant did. */
export interface FoundTurn {
  from: Role;
  parts: Element[];
  /** The element that the page adds and removes with the message. */
  row: Element;
}

function roleByAttribute(element: Element): Role | null {
  for (const name of ROLE_ATTRIBUTES) {
    const value = element.getAttribute(name) ?? '';
    if (PERSON.test(value)) return 'person';
    if (ASSISTANT.test(value)) return 'assistant';
  }
  return null;
}

/** Side bars, composers and dialogs use such attributes for other things. */
const ELSEWHERE = 'nav, aside, form, [contenteditable="true"], [role="navigation"], [role="dialog"]';

/** Pages keep other versions of an answer in elements that are not displayed. */
const isShown = (element: Element): boolean => !('checkVisibility' in element) || element.checkVisibility();

/** Messages by the hints of the site or, where these find none, by attributes that state a role. */
function findMessages(root: ParentNode, hints: ConversationHints): { element: Element; from: Role }[] {
  const [person, assistant] = [hints.person.join(', '), hints.assistant.join(', ')];
  const byHint = person === '' ? [] : [...root.querySelectorAll(`${person}, ${assistant}`)];
  const hinted = byHint.map((element) => ({
    element,
    from: element.matches(person) ? ('person' as const) : ('assistant' as const),
  }));
  const all =
    hinted.length > 0
      ? hinted
      : [...root.querySelectorAll(GENERIC)].flatMap((element) => {
          const from = element.closest(ELSEWHERE) === null ? roleByAttribute(element) : null;
          return from === null ? [] : [{ element, from }];
        });
  const elements = new Set(all.map(({ element }) => element));
  const isInner = ({ parentElement }: Element): boolean => {
    for (let outer = parentElement; outer !== null; outer = outer.parentElement) if (elements.has(outer)) return true;
    return false;
  };
  return all.filter(({ element }) => !isInner(element) && isShown(element));
}

/** The outermost element with an attribute of a row that holds no message of the other side. */
function rowOf(element: Element, others: readonly Element[]): Element {
  let row = element;
  for (let outer = element.parentElement?.closest(ROW); outer; outer = outer.parentElement?.closest(ROW)) {
    const candidate = outer;
    if (others.some((other) => candidate.contains(other))) break;
    row = outer;
  }
  return row;
}

/** The messages in the page, in order. */
export function findTurns(root: ParentNode, hints: ConversationHints): FoundTurn[] {
  const messages = findMessages(root, hints);
  const turns: FoundTurn[] = [];
  messages.forEach(({ element, from }, index) => {
    // Only the neighbors can share a row.
    const near = messages.slice(Math.max(0, index - 3), index + 4);
    const row = rowOf(
      element,
      near.filter((one) => one.from !== from).map((one) => one.element),
    );
    const last = turns.at(-1);
    if (last !== undefined && last.row === row && last.from === from && row !== element) last.parts.push(element);
    else turns.push({ from, parts: [element], row });
  });
  return turns;
}

/** The row and, inside it, what else may carry its attributes. */
function carriersOf({ row, parts: [part] }: FoundTurn): Element[] {
  const carriers: Element[] = [row];
  for (let inner = part ?? null; inner !== null && inner !== row; inner = inner.parentElement) carriers.push(inner);
  return carriers;
}

const numberOf = (value: string | null): number | null =>
  value !== null && /^\d{1,7}$/.test(value) ? Number(value) : null;

/** The number that an attribute gives a row, counted from 0. */
function placeBy(name: string, first: number, element: Element): number | null {
  const raw = element.getAttribute(name);
  const number = numberOf(name === 'data-testid' ? (NUMBERED_ID.exec(raw ?? '')?.[1] ?? null) : raw);
  return number === null || number < first ? null : number - first;
}

export interface Numbering {
  name: string;
  first: number;
}

/** The attribute that numbers all of these messages; null if there is none. */
export function numberingOf(turns: readonly FoundTurn[]): Numbering | null {
  const numbers = PLACE_ATTRIBUTES.find(([name, first]) =>
    turns.every((turn) => carriersOf(turn).some((carrier) => placeBy(name, first, carrier) !== null)),
  );
  return numbers === undefined ? null : { name: numbers[0], first: numbers[1] };
}

export const placeOf = ({ name, first }: Numbering, element: Element): number | null => placeBy(name, first, element);

function keyOf(carriers: readonly Element[], position: number | null): string | null {
  for (const name of KEY_ATTRIBUTES) {
    const key = carriers.map((carrier) => carrier.getAttribute(name)).find((value) => value !== null && value !== '');
    if (key !== undefined && key !== null) return `${name} ${key}`;
  }
  return position === null ? null : `place ${position}`;
}

/** Describes a message for the walk through the list. `isAfterGap`: see `SeenTurn`. */
export function seenTurn(turn: FoundTurn, numbering: Numbering | null, isAfterGap: boolean): SeenTurn {
  const { from, parts } = turn;
  const carriers = carriersOf(turn);
  const position =
    numbering === null
      ? null
      : (carriers.map((carrier) => placeOf(numbering, carrier)).find((place) => place !== null) ?? null);
  const size = carriers.map((carrier) => numberOf(carrier.getAttribute('aria-setsize'))).find((one) => one !== null);
  const text = (parts[0]?.textContent ?? '').trim();
  return {
    key: keyOf(carriers, position),
    position,
    isAbsolute: numbering?.name === 'data-testid',
    setSize: size || null,
    isAfterGap,
    fingerprint: `${from} ${text.slice(0, 60)}`,
    read() {
      const read = parts.map((part) => markdownOf(part));
      return {
        from,
        text: read
          .map((one) => one.text)
          .filter(Boolean)
          .join('\n\n'),
        named: read.reduce((sum, one) => sum + one.named, 0),
      };
    },
  };
}
