import type { Page } from '@playwright/test';

/**
 * Signs, bars and marks with less than 3:1 against what is painted behind them, by computed styles (WCAG 2, success
 * criterion 1.4.11). axe checks the contrast of text alone.
 */
export function faintGraphics(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('There is no canvas to resolve colors with');
    /** Red, green, blue and alpha of any CSS color. */
    const resolved = (color: string): number[] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** The first opaque background among the ancestors. */
    const behind = (element: Element): number[] => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const color = resolved(getComputedStyle(at).backgroundColor);
        if (color[3] === 255) return color;
      }
      return resolved(getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'black' : 'white');
    };
    const faint: string[] = [];
    // Broken bars are gradients of the colors that whole ones have.
    for (const element of document.querySelectorAll('.sign, .mark, .cells [data-level]:not([data-partly])')) {
      if (!element.checkVisibility()) continue;
      const { color, backgroundColor } = getComputedStyle(element);
      const front = resolved(element.matches('.sign, .letters') ? color : backgroundColor);
      const [light = 0, dark = 0] = [luminance(front), luminance(behind(element))].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 3) faint.push(`${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
    }
    return faint;
  });
}
