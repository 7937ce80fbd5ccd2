import { type MarkupElement, POPUP_SURFACES, type PopupSnapshot, type PopupSurface } from '@/utils/model/views';

/** Elements that only display something. SVG is limited to the two elements that our icons use. */
const TAGS: ReadonlySet<unknown> = new Set(
  'a article button div footer h1 h2 h3 header li main ol p path section span svg ul'.split(' '),
);

/**
 * Attributes that style sheets and icons need. Left out on purpose: addresses, ids, event handlers, inline styles, and
 * `data-assistant`, which marks the rows of the live page.
 */
const ATTRIBUTES: ReadonlySet<unknown> = new Set(
  `class lang dir aria-checked aria-disabled aria-expanded data-color data-past data-sign data-verdict
   viewBox width height d fill stroke stroke-width stroke-linejoin stroke-linecap`.split(/\s+/),
);

function parseAttributes(raw: unknown): [string, string][] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((pair: unknown) => {
    const [name, value]: unknown[] = Array.isArray(pair) ? pair : [];
    return ATTRIBUTES.has(name) && typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
  });
}

/** Keeps known elements and attributes and drops everything else. Null if nothing is left. */
function parseMarkup(raw: unknown): MarkupElement | null {
  if (!Array.isArray(raw)) return null;
  const [tag, attributes, children]: unknown[] = raw;
  if (typeof tag !== 'string' || !TAGS.has(tag)) return null;
  const nodes: unknown[] = Array.isArray(children) ? children : [];
  const parsed = nodes.map((node) => (typeof node === 'string' ? node : parseMarkup(node)));
  return [tag, parseAttributes(attributes), parsed.filter((node) => node !== null)];
}

/**
 * Parses a stored snapshot; null if it is damaged. Written by hand because this runs before the first paint, and the
 * schema library would have to be loaded for it.
 */
function parseSnapshot(raw: unknown): PopupSnapshot | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { savedAt, goodUntil, theme, pastHeading, markup }: Partial<Record<keyof PopupSnapshot, unknown>> = raw;
  const parsed = parseMarkup(markup);
  if (typeof savedAt !== 'number' || typeof goodUntil !== 'number' || typeof pastHeading !== 'string') return null;
  if (typeof theme !== 'string' || parsed === null) return null;
  return { savedAt, goodUntil, theme, pastHeading, markup: parsed };
}

/** Key of earlier versions, which kept another format. */
const OLD_KEY = 'glance';
const keyOf = (surface: PopupSurface) => `snapshot.${surface}`;

/** A browser may refuse `localStorage`, or have no room. That costs the early first paint and nothing else. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/**
 * The snapshot of a surface; null if there is none, or it is damaged. Snapshots are in `localStorage` because no other
 * storage answers synchronously, before the first paint. Only our own pages can read it.
 */
export function readSnapshot(surface: PopupSurface): PopupSnapshot | null {
  return attempt(() => parseSnapshot(JSON.parse(localStorage.getItem(keyOf(surface)) ?? 'null')));
}

export function writeSnapshot(surface: PopupSurface, snapshot: PopupSnapshot): void {
  attempt(() => {
    localStorage.removeItem(OLD_KEY);
    localStorage.setItem(keyOf(surface), JSON.stringify(snapshot));
  });
}

export function clearSnapshot(surface: PopupSurface): void {
  attempt(() => localStorage.removeItem(keyOf(surface)));
}

export function clearSnapshots(): void {
  attempt(() => localStorage.removeItem(OLD_KEY));
  for (const surface of POPUP_SURFACES) clearSnapshot(surface);
}
