import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { aMemory, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { MaintenanceMemory } from '@/utils/model/episode';
import type { Maintenance } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { maintenanceFacts, plannedMaintenances } from '@/utils/ui/history/maintenance';
import { assistantOf } from '@/utils/ui/page-registry';
import { maintenanceWhen } from '@/utils/ui/popup/row-detail';

const DAY = 24 * HOUR;
const planned = (over: Partial<Maintenance> = {}): Maintenance => ({
  id: 'm1',
  title: 'Database upgrade',
  phase: 'scheduled',
  startsAt: NOON + DAY,
  endsAt: NOON + DAY + HOUR,
  componentIds: [CLAUDE_CORE],
  updates: [],
  url: null,
  ...over,
});

const withReport = (maintenances: Maintenance[], over: Partial<Status> = {}): Status => ({
  ...EMPTY_STATUS,
  pages: { claude: aMemory({ report: aReport({ maintenances }) }) },
  ...over,
});
const listed = (status: Status) =>
  plannedMaintenances([assistantOf('claude')], status, { parts: {}, models: {} }, NOON);
const idsOf = (status: Status) => listed(status).map(({ maintenance }) => maintenance.id);

const memory = (over: Partial<MaintenanceMemory> = {}): MaintenanceMemory => ({
  id: 'm1',
  title: 'Database upgrade',
  startsAt: NOON + DAY,
  endsAt: NOON + DAY + HOUR,
  goneAt: NOON - MINUTE,
  noticed: ['maintenance_announced', 'maintenance_cancelled'],
  ...over,
});

describe('the planned maintenances', () => {
  it('are the current and scheduled ones, next first', () => {
    const maintenances = [
      planned({ id: 'undated', startsAt: null, endsAt: null }),
      planned({ id: 'later', startsAt: NOON + 3 * DAY }),
      planned({ id: 'now', phase: 'in_progress', startsAt: NOON - HOUR, endsAt: NOON + HOUR }),
      planned({ id: 'done', phase: 'completed', startsAt: NOON - 2 * HOUR, endsAt: NOON - HOUR }),
    ];
    expect(idsOf(withReport(maintenances))).toEqual(['now', 'later', 'undated']);
  });

  it('include one that names no component of a page about several products', () => {
    expect(idsOf(withReport([planned({ componentIds: [] })]))).toEqual(['m1']);
  });

  it('state when the page was read, which orders the revisions of a calendar entry', () => {
    const status = withReport([planned()], { verdicts: { claude: aVerdict('operational', { ahead: [planned()] }) } });
    expect(listed(status)[0]?.source).toMatchObject({
      readAt: NOON,
      pageUrl: assistantOf('claude').statusPages[0]?.address,
    });
  });

  it('list a canceled one until a day after its planned end', () => {
    const canceled = (endsAt: number) => withReport([planned({ phase: 'cancelled', startsAt: endsAt - HOUR, endsAt })]);
    expect(idsOf(canceled(NOON + HOUR))).toEqual(['m1']);
    expect(idsOf(canceled(NOON - 23 * HOUR))).toEqual(['m1']);
    expect(idsOf(canceled(NOON - 25 * HOUR))).toEqual([]);
  });

  it('list one that disappeared before its start as canceled', () => {
    const [gone] = listed(withReport([], { maintenances: { claude: [memory()] } }));
    expect(gone?.maintenance).toMatchObject({ id: 'm1', phase: 'cancelled', startsAt: NOON + DAY });
  });

  it('never state a reading that did not happen', () => {
    const unread = (goneAt: number | null) => ({ ...EMPTY_STATUS, maintenances: { claude: [memory({ goneAt })] } });
    expect(listed(unread(NOON - MINUTE))[0]?.source.readAt).toBe(NOON - MINUTE);
    expect(listed(unread(null))).toEqual([]);
  });

  it('do not list one that disappeared after its end as canceled', () => {
    const noticed = ['maintenance_announced', 'maintenance_started', 'maintenance_done'] as const;
    expect(idsOf(withReport([], { maintenances: { claude: [memory({ noticed: [...noticed] })] } }))).toEqual([]);
  });

  it('list a maintenance of a page that two assistants share once', () => {
    const status = withReport([planned()]);
    const both = [assistantOf('claude'), { ...assistantOf('claude'), id: 'chatgpt' as const }];
    const shared = { ...status, pages: { ...status.pages, chatgpt: status.pages.claude } } as Status;
    expect(plannedMaintenances(both, shared, { parts: {}, models: {} }, NOON)).toHaveLength(1);
  });
});

it('maintenanceFacts says when a maintenance is', () => {
  const speech = englishAt(NOON);
  for (const one of [planned(), planned({ phase: 'in_progress', startsAt: NOON - HOUR })]) {
    expect(maintenanceFacts(one, speech)).toBe(maintenanceWhen(one, speech));
  }
});

it('maintenanceFacts says of a canceled maintenance when it was planned', () => {
  const speech = englishAt(NOON);
  expect(maintenanceFacts(planned({ phase: 'cancelled', startsAt: NOON + HOUR }), speech)).toBe(
    speech.t('history_maintenance_cancelled', '13:00'),
  );
});
