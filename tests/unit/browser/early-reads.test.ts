import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEarly } from '@/utils/browser/early-reads';

/** An event of the browser, with how it is fired. */
function anEvent() {
  const heard = new Set<() => void>();
  return {
    heard,
    addListener: (listener: () => void) => heard.add(listener),
    removeListener: (listener: () => void) => heard.delete(listener),
  };
}

let events: Record<'onChanged' | 'onAdded' | 'onRemoved', ReturnType<typeof anEvent>>;

beforeEach(() => {
  events = { onChanged: anEvent(), onAdded: anEvent(), onRemoved: anEvent() };
  const area = (value: object) => ({ get: async () => value });
  vi.stubGlobal('chrome', {
    storage: {
      local: area({ status: 'stored' }),
      session: area({ transfers: [] }),
      managed: { get: () => Promise.reject(new Error('No policy')) },
      onChanged: events.onChanged,
    },
    permissions: { getAll: async () => ({ origins: [] }), onAdded: events.onAdded, onRemoved: events.onRemoved },
    windows: { getCurrent: async () => ({ incognito: true }) },
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('readEarly', () => {
  it('gives what it read, with failures as they were', async () => {
    const source = readEarly().take();
    expect(await source?.storage.local.get('status')).toEqual({ status: 'stored' });
    expect(await source?.storage.session.get('transfers')).toEqual({ transfers: [] });
    await expect(source?.storage.managed.get()).rejects.toThrow('No policy');
    expect(await source?.permissions.getAll()).toEqual({ origins: [] });
    expect(await source?.windows?.getCurrent()).toEqual({ incognito: true });
  });

  it.each(['onChanged', 'onAdded', 'onRemoved'] as const)(
    'gives nothing after %s, so that no change is lost',
    (name) => {
      const early = readEarly();
      for (const listener of events[name].heard) listener();
      expect(early.take()).toBeNull();
    },
  );

  it('stops listening when it is taken', () => {
    readEarly().take();
    expect(Object.values(events).map(({ heard }) => heard.size)).toEqual([0, 0, 0]);
  });
});
