export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the banner goes: its upper left corner, and how high it may grow. */
export interface Spot {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between the banner and the window's edge, and between the banner and a composer. */
const MARGIN = 12;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + MARGIN &&
  b.left < a.left + a.width + MARGIN &&
  a.top < b.top + b.height + MARGIN &&
  b.top < a.top + a.height + MARGIN;

/**
 * A place for a banner of this size in which it covers none of the boxes: top middle, then the corners. Where
 * none is free it gets the larger of the strips above and below the boxes, and scrolls inside.
 */
export function findSpot(banner: { width: number; height: number }, window: Box, boxes: readonly Box[]): Spot {
  const right = window.width - banner.width - MARGIN;
  const bottom = window.height - banner.height - MARGIN;
  const middle = Math.max(0, (window.width - banner.width) / 2);
  const corners: [number, number][] = [
    [middle, MARGIN],
    [right, MARGIN],
    [MARGIN, MARGIN],
    [right, bottom],
    [MARGIN, bottom],
  ];
  for (const [left, top] of corners) {
    const isInside = left >= 0 && top >= 0 && top + banner.height <= window.height;
    if (isInside && !boxes.some((box) => overlaps({ left, top, ...banner }, box))) {
      return { left, top, maxHeight: window.height - top - MARGIN };
    }
  }
  const above = Math.min(...boxes.map((box) => box.top), window.height) - 2 * MARGIN;
  const belowTop = Math.max(...boxes.map((box) => box.top + box.height), 0) + MARGIN;
  const below = window.height - belowTop - MARGIN;
  return above >= below
    ? { left: middle, top: MARGIN, maxHeight: Math.max(0, above) }
    : { left: middle, top: belowTop, maxHeight: Math.max(0, below) };
}
