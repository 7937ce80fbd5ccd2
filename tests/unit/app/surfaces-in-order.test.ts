import { expect, it } from 'vitest';
import { chances } from '@/tests/bench/crowd/chances';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE } from '@/tests/fakes/samples';
import { answerPage } from '@/utils/app/commands';
import { createSurfaceQueue, type Ports, type SiteScripts } from '@/utils/app/ports';
import { runRound } from '@/utils/app/round';
import { changeStatus } from '@/utils/app/surfaces';
import type { ToolbarView } from '@/utils/model/views';

/** Lets a random number of other jobs run first. */
async function randomDelay(random: () => number, turns = 200): Promise<void> {
  for (let i = Math.floor(random() * turns); i > 0; i -= 1) await Promise.resolve();
}

/** Registers scripts like a browser: what it read may be outdated when it writes. */
class SlowScripts {
  registered = new Set<string>();

  constructor(readonly random: () => number) {}

  async place(sites: readonly SiteScripts[]): Promise<void> {
    await randomDelay(this.random);
    const before = new Set(this.registered);
    await randomDelay(this.random);
    const wanted = new Set(sites.filter(({ isForNewTabs }) => isForNewTabs).map(({ id }) => id));
    for (const id of before) if (!wanted.has(id)) this.registered.delete(id);
    await randomDelay(this.random);
    for (const id of wanted) if (!before.has(id)) this.registered.add(id);
  }
}

it.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
  '%i random snoozes and rounds end with the scripts and the toolbar of the last state',
  async (seed) => {
    const random = chances(seed).share;
    const browser = new FakeBrowser();
    for (const id of ['claude', 'chatgpt'] as const)
      setPage(browser, id, 'major_outage', { incidents: [incidentOf(id)] });
    const scripts = new SlowScripts(random);
    const toolbars: ToolbarView[] = [];
    const ports: Ports = {
      ...browser.ports(),
      placeBanners: (sites) => scripts.place(sites),
      showToolbar: async (view) => {
        await randomDelay(random);
        toolbars.push(view);
      },
    };
    const round = createMutex();
    await round(() => runRound(ports));
    const jobs: Promise<unknown>[] = [];
    for (let i = 0; i < 40; i += 1) {
      const assistantId = random() < 0.5 ? 'claude' : 'chatgpt';
      const untilMs = random() < 0.5 ? null : browser.now + HOUR;
      jobs.push(answerPage(ports, round, { type: 'snooze', assistantId, untilMs }));
      // Do not end with a round: it would render the right state anyway.
      if (i < 5 && random() < 0.5) {
        browser.pass(2 * MINUTE);
        jobs.push(round(() => runRound(ports)));
      }
      await randomDelay(random, 20);
    }
    await Promise.all(jobs);
    const { snoozes } = browser.status;
    const expected = (['claude', 'chatgpt'] as const).filter((id) => (snoozes[id] ?? 0) <= browser.now);
    expect([...scripts.registered].sort()).toEqual([...expected].sort());
    expect(toolbars.at(-1)?.troubleCount).toBe(expected.length);
  },
);

it('the queue of surfaces renders no two states at once, and shares a run that has not begun', async () => {
  const { latest } = createSurfaceQueue(createMutex());
  let running = 0;
  let runs = 0;
  const render = async () => {
    running += 1;
    runs += 1;
    expect(running).toBe(1);
    await randomDelay(() => 0.9);
    running -= 1;
  };
  const first = latest(render);
  await Promise.resolve();
  await Promise.all([first, latest(render), latest(render), latest(render)]);
  expect(runs).toBe(2);
});

it('the queue of surfaces renders the newest of the states that wait, and drops those between', async () => {
  const { latest } = createSurfaceQueue(createMutex());
  const rendered: string[] = [];
  const show = (state: string) =>
    latest(async () => {
      await randomDelay(() => 0.9);
      rendered.push(state);
    });
  const first = show('first');
  // The first has begun by now, so the others wait.
  await Promise.resolve();
  await Promise.resolve();
  await Promise.all([first, show('second'), show('third'), show('fourth')]);
  expect(rendered).toEqual(['first', 'fourth']);
});

it('the queue of surfaces renders after another writer of the same lock, with the state of by then', async () => {
  const lock = createMutex();
  const { latest } = createSurfaceQueue(lock);
  const rendered: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const other = lock(() => ended);
  const shown = [latest(async () => void rendered.push('old')), latest(async () => void rendered.push('new'))];
  end();
  await Promise.all([other, ...shown]);
  expect(rendered).toEqual(['new']);
});

it('changeStatus renders again after a surface that failed', async () => {
  const browser = new FakeBrowser();
  const ports = { ...browser.ports(), showToolbar: () => Promise.reject(new Error('No icon')) };
  await changeStatus(ports, (status) => status);
  await changeStatus({ ...ports, showToolbar: browser.ports().showToolbar }, (status) => status);
  expect(browser.toolbar).not.toBeNull();
});
