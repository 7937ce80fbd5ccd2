import type { Page } from '@playwright/test';
import { contrastRatio, type Rgb } from '@/tests/fakes/contrast-ratio';

interface Graphic {
  front: Rgb;
  back: Rgb;
  /** The beginning of its markup. */
  html: string;
}

/**
 * Signs, bars and marks with less than 3:1 against what is painted behind them, by computed styles (WCAG 2, success
 * criterion 1.4.11). axe checks the contrast of text alone.
 */
export async function faintGraphics(page: Page): Promise<string[]> {
  const graphics = await page.evaluate(graphicsIn);
  return graphics
    .map(({ front, back, html }) => ({ ratio: contrastRatio(front, back), html }))
    .filter(({ ratio }) => ratio < 3)
    .map(({ ratio, html }) => `${ratio.toFixed(2)} ${html}`);
}

function graphicsIn(): Graphic[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) throw new Error('There is no canvas to resolve colors with');
  const known = new Map<string, { rgb: Rgb; isOpaque: boolean }>();
  /** Any CSS color as numbers. */
  const resolved = (color: string): { rgb: Rgb; isOpaque: boolean } => {
    const found = known.get(color);
    if (found !== undefined) return found;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const result = { rgb: [red, green, blue] as const, isOpaque: alpha === 255 };
    known.set(color, result);
    return result;
  };
  /** The parent element; at the top of an open shadow root, such as the banner's in the gallery, its host. */
  const above = ({ parentElement, parentNode }: Element): Element | null =>
    parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
  const within = (root: Document | ShadowRoot): Element[] => {
    const all = [...root.querySelectorAll('*')];
    return all.flatMap((element) => [element, ...(element.shadowRoot === null ? [] : within(element.shadowRoot))]);
  };
  /** The first opaque background among the ancestors. */
  const behind = (element: Element): Rgb => {
    for (let at = above(element); at !== null; at = above(at)) {
      const { rgb, isOpaque } = resolved(getComputedStyle(at).backgroundColor);
      if (isOpaque) return rgb;
    }
    const isDark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
    return resolved(isDark ? 'black' : 'white').rgb;
  };
  // Broken bars are gradients of the colors that whole ones have.
  return within(document)
    .filter((element) => element.matches('.sign, .mark, .cells [data-level]:not([data-partly])'))
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      const { rgb } = resolved(element.matches('.sign, .letters') ? color : backgroundColor);
      return { front: rgb, back: behind(element), html: element.outerHTML.slice(0, 120) };
    });
}
