import { beforeEach, expect, it, vi } from 'vitest';
import { waitForComposer } from '@/utils/content/draft/find-composer';

class FakeElement {
  parentElement = null;
  parentNode = null;
  closest = (selector: string) => (selector.includes('textarea') ? this : null);
  matches = () => false;
  querySelectorAll = () => [];
  getBoundingClientRect = () => ({ width: 300, height: 40 });
  checkVisibility = () => true;
}
class FakeField extends FakeElement {}

const field = new FakeField();
const page = {
  activeElement: null,
  querySelectorAll: (selector: string) => (selector.includes('textarea') ? [field] : []),
};

beforeEach(() => {
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('HTMLTextAreaElement', FakeField);
  vi.stubGlobal('HTMLInputElement', class {});
  vi.stubGlobal('ShadowRoot', class {});
  vi.stubGlobal('document', page);
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

const wait = (path: string) =>
  waitForComposer(page as unknown as Document, [], { path, stableMs: 5, pollMs: 1, timeoutMs: 100 });

it.each([
  ['/copilot/c/1', '/copilot', field],
  ['/someone/something/issues/new', '/copilot', null],
  ['/someone/something/issues/new', '/', field],
])('at %s, the composer of a chat at %s is the field that is there, or none', async (pathname, path, found) => {
  vi.stubGlobal('location', { pathname });
  expect(await wait(path)).toBe(found);
});
