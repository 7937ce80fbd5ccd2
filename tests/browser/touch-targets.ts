import type { Page } from '@playwright/test';

export interface TouchTargets {
  /** How many targets were measured. */
  count: number;
  /** Targets that a finger misses: too small, on top of each other, or without an opacity. */
  bad: string[];
}

/**
 * Everything on the page that can be pressed, open shadow roots included. A checkbox or radio button counts with its
 * label. Links within a sentence are left out: their lines are as high as the text (https://www.w3.org/TR/WCAG22/#target-size-enhanced).
 */
export function touchTargets(page: Page): Promise<TouchTargets> {
  return page.evaluate(findTouchTargets);
}

function findTouchTargets(): TouchTargets {
  interface Target {
    element: Element;
    box: DOMRect;
    /** The part that is not cut off by what scrolls. */
    seen: { left: number; right: number; top: number; bottom: number };
    isRaised: boolean;
  }
  const LEAST = 44;
  /** Rounding of positions. */
  const TOLERANCE = 0.5;
  const PRESSABLE =
    'a[href], button, select, textarea, summary, input:not([type="hidden"]), [role="button"], [tabindex="0"]';

  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : rootsIn(shadowRoot))),
  ];
  const ancestorsOf = (element: Element): Element[] =>
    element.parentElement === null ? [] : [element.parentElement, ...ancestorsOf(element.parentElement)];
  const isForScreenReaders = (element: Element) => {
    const { position, clipPath } = getComputedStyle(element);
    return position === 'absolute' && clipPath !== 'none';
  };
  const hasWords = (node: Node) => node instanceof Text && /\p{L}/u.test(node.data);
  const isInSentence = (element: Element) =>
    element instanceof HTMLAnchorElement &&
    getComputedStyle(element).display === 'inline' &&
    [...(element.parentNode?.childNodes ?? [])].some(hasWords);
  /** What a finger can hit: for a checkbox, its label. */
  const areaOf = (element: Element): Element =>
    element.matches('[type="checkbox"], [type="radio"]') ? (element.closest('label') ?? element) : element;

  const targetOf = (element: Element): Target => {
    const box = element.getBoundingClientRect();
    let { left, right, top, bottom } = box;
    for (const at of ancestorsOf(element)) {
      if (at === document.body || at === document.documentElement) continue;
      if (getComputedStyle(at).overflowY === 'visible') continue;
      const frame = at.getBoundingClientRect();
      left = Math.max(left, frame.left);
      right = Math.min(right, frame.right);
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    const isRaised = [element, ...ancestorsOf(element)].some((at) =>
      ['absolute', 'fixed', 'sticky'].includes(getComputedStyle(at).position),
    );
    return { element, box, seen: { left, right, top, bottom }, isRaised };
  };
  const named = ({ element, box }: Target) =>
    `"${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}" (${[
      element.localName,
      ...element.classList,
    ].join('.')}, ${Math.round(box.width)} x ${Math.round(box.height)})`;

  const elements = rootsIn(document)
    .flatMap((root) => [...root.querySelectorAll(PRESSABLE)])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !isForScreenReaders(element) && !isInSentence(element))
    .map(areaOf);
  const targets = [...new Set(elements)].map(targetOf);
  const bad: string[] = [];
  for (const target of targets) {
    const { width, height } = target.box;
    if (width < LEAST - TOLERANCE || height < LEAST - TOLERANCE) bad.push(`small: ${named(target)}`);
    if (!target.element.checkVisibility({ opacityProperty: true })) bad.push(`invisible: ${named(target)}`);
  }
  // What is raised, such as an open menu, covers other targets on purpose.
  const flat = targets.filter(({ isRaised }) => !isRaised);
  for (const [index, one] of flat.entries()) {
    for (const other of flat.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const wide = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left);
      const high = Math.min(one.seen.bottom, other.seen.bottom) - Math.max(one.seen.top, other.seen.top);
      if (wide > TOLERANCE && high > TOLERANCE) bad.push(`overlapping: ${named(one)} and ${named(other)}`);
    }
  }
  return { count: targets.length, bad };
}
