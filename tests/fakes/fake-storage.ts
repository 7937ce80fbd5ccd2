type Area = Record<string, unknown>;
type AreaName = 'local' | 'session' | 'sync';

/** The storage areas of one browser. */
export class FakeStorage {
  readonly local = this.#area('local');
  readonly session = this.#area('session');
  /** Other browsers write here. */
  readonly sync = this.#area('sync');
  /** Null: no policy, so reading rejects, as in Firefox. */
  policy: Area | null = null;
  /** What managed storage waits for before it answers, as Chrome's does after its own start. */
  untilPolicyIsReady: Promise<unknown> = Promise.resolve();
  /** If set, syncing fails. */
  isSyncBroken = false;
  readonly stored: Record<AreaName, Area> = { local: {}, session: {}, sync: {} };
  /** If set, an area refuses to write; with `all`, also to read. */
  readonly failing: Partial<Record<AreaName, 'writes' | 'all'>> = {};
  syncWrites = 0;
  localWrites = 0;

  readonly managed = {
    get: async (): Promise<Area> => {
      await this.untilPolicyIsReady;
      if (this.policy === null) throw new Error('Managed storage manifest not found');
      return structuredClone(this.policy);
    },
  };

  readonly onChanged = { addListener: () => undefined, removeListener: () => undefined };

  #area(name: AreaName) {
    const attempt = () => {
      if (name === 'sync' && this.isSyncBroken) throw new Error('No sync');
      if (this.failing[name] === 'all') throw new Error('Storage cannot be opened');
      return this.stored[name];
    };
    return {
      get: async (keys?: string | string[]): Promise<Area> => {
        const all: Area = structuredClone(attempt());
        if (keys === undefined) return all;
        return Object.fromEntries([keys].flat().flatMap((key) => (key in all ? [[key, all[key]]] : [])));
      },
      set: async (values: Area): Promise<void> => {
        if (this.failing[name] === 'writes') throw new Error('Resource::kQuotaBytes quota exceeded');
        if (name === 'sync') this.syncWrites += 1;
        if (name === 'local') this.localWrites += 1;
        // Like Firefox, which keeps properties that are undefined. Chromium drops them.
        Object.assign(attempt(), structuredClone(values));
      },
      remove: async (keys: string | string[]): Promise<void> => {
        const all = attempt();
        for (const key of [keys].flat()) delete all[key];
      },
      clear: async (): Promise<void> => {
        const all = attempt();
        for (const key of Object.keys(all)) delete all[key];
      },
    };
  }
}
