import { afterEach, expect, it, vi } from 'vitest';
import { whenActivated } from '@/utils/content/extension';

afterEach(() => vi.unstubAllGlobals());

it.each([[false], [undefined]])(
  'whenActivated runs immediately in a visible page (prerendering: %s)',
  (prerendering) => {
    vi.stubGlobal('document', Object.assign(new EventTarget(), { prerendering }));
    const run = vi.fn();
    whenActivated(run);
    expect(run).toHaveBeenCalledTimes(1);
  },
);

it('whenActivated runs once when a prerendered page is activated', () => {
  const page = Object.assign(new EventTarget(), { prerendering: true });
  vi.stubGlobal('document', page);
  const run = vi.fn();
  whenActivated(run);
  expect(run).not.toHaveBeenCalled();
  page.prerendering = false;
  page.dispatchEvent(new Event('prerenderingchange'));
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(run).toHaveBeenCalledTimes(1);
});
