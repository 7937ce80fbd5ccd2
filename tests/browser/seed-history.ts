import type { Page } from '@playwright/test';
import { sampleHistory } from '@/tests/fakes/sample-history';
import { weeksOf } from '@/utils/model/revisions';

/** The assistant to fill and how far its history goes back. */
export interface Seed {
  assistantId: string;
  /** Id of a core component. */
  core: string;
  days: number;
}

/** Fills the history database of the extension that `page` belongs to. */
export async function seedHistory(page: Page, seeds: readonly Seed[], now: number): Promise<void> {
  const rows = seeds.flatMap(({ assistantId, core, days }) => {
    const { incidents, troubles, spans, revisions } = sampleHistory({ now, days, core, other: 'other' });
    return [
      ...incidents.map((value) => ({ store: 'incidents', assistantId, id: value.id, at: value.startedAt, value })),
      ...troubles.map((value) => ({ store: 'troubles', assistantId, id: value.id, at: value.startedAt, value })),
      ...revisions.flatMap((value, index) => {
        const incident = incidents[index];
        if (incident === undefined) return [];
        const weeks = weeksOf(value, incident, now).map((week) => [assistantId, week]);
        return [{ store: 'revisions', assistantId, id: value.id, weeks, value }];
      }),
      ...spans.map((value) => ({ store: 'spans', assistantId, id: value.from, at: value.to, value })),
    ];
  });
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('history');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction(['incidents', 'troubles', 'spans', 'revisions'], 'readwrite');
          for (const { store, ...row } of all) transaction.objectStore(store).put(row);
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    rows,
  );
}
