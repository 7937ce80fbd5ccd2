/** An element as written in the document: prefixes are part of its name, nothing is resolved. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  children: (XmlElement | string)[];
}

/** In characters. The largest recorded feed has 140,000. */
const MAX_LENGTH = 2_000_000;
const MAX_DEPTH = 32;

const NAME = '[\\p{L}_:][\\p{L}\\p{N}_:.\\-]*';
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^<"]*)"|'([^<']*)')`;
/** Matches one token of a document after the other. A document type declaration does not match, so it is rejected. */
const PIECE = new RegExp(
  [
    '<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>',
    '<!--[\\s\\S]*?-->',
    '<\\?[\\s\\S]*?\\?>',
    `</(?<end>${NAME})\\s*>`,
    `<(?<start>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<isEmpty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'uy',
);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string): string | null {
  // Numbers with "0x" are hexadecimal; "065" is decimal.
  const code = Number(reference.replace('#', '0'));
  const isCharacter = code > 0x1f ? code < 0xd800 || (code > 0xdfff && code <= 0x10ffff) : [9, 10, 13].includes(code);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/** Null if an ampersand starts anything but one of XML's five entities or a character reference. */
function unescaped(text: string): string | null {
  let isSound = true;
  const plain = text.replace(/&(?:(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});)?/gi, (_, reference: string | undefined) => {
    const character = reference?.startsWith('#') ? characterOf(reference.toLowerCase()) : ENTITIES[reference ?? ''];
    if (character == null) isSound = false;
    return character ?? '';
  });
  return isSound ? plain : null;
}

/** Null for a duplicate attribute or an unknown entity. */
function attributesOf(source: string): Map<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(new RegExp(ATTRIBUTE, 'gu'))) {
    const value = unescaped(double ?? single ?? '');
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
  }
  return attributes;
}

/**
 * The root of a small XML document; null if it is not well-formed, too large or too deep. Strict and minimal: no
 * document types, so no custom entities, and nothing is fetched or expanded. Custom code, since workers have no
 * DOMParser and the smallest strict library (`@rgrove/parse-xml`) has 13 kB, a ninth of the background script, no depth
 * limit, and accepts document types.
 */
export function readXml(document: string): XmlElement | null {
  const source = document.replace(/^\uFEFF/, '');
  if (source.length > MAX_LENGTH) return null;
  const top: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open = [top];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source)?.groups;
    const parent = open.at(-1);
    if (piece === undefined || parent === undefined) return null;
    if (piece.start !== undefined) {
      const attributes = attributesOf(piece.attributes ?? '');
      if (attributes === null || open.length > MAX_DEPTH) return null;
      const element: OpenElement = { name: piece.start, attributes, children: [] };
      parent.children.push(element);
      if (piece.isEmpty === '') open.push(element);
    } else if (piece.end !== undefined) {
      if (open.length === 1 || parent.name !== piece.end) return null;
      open.pop();
    } else {
      const text = piece.cdata ?? unescaped(piece.text ?? '');
      if (text === null) return null;
      parent.children.push(text);
    }
  }
  const [root, ...others] = top.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  return open.length === 1 && root !== undefined && typeof root !== 'string' && others.length === 0 ? root : null;
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Direct child elements with this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
}

/** Text of the first child with one of these names; null if there is none. */
export function textIn(element: XmlElement, ...names: string[]): string | null {
  const found = names.flatMap((name) => childrenOf(element, name)).at(0);
  return found === undefined ? null : textOf(found).trim();
}
