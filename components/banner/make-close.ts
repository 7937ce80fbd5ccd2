import { drawPaths } from './draw-paths';
import { makeButton } from './make-button';

/** The cross in the corner. What it is called is said by whoever puts it there. */
export function makeClose(onPress: () => void): HTMLButtonElement {
  const cross = drawPaths([{ d: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5', paint: 'stroke', width: 1.5 }], 'cross');
  return makeButton('dismiss', onPress, cross);
}
