import { beforeEach, expect, it } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE } from '@/tests/fakes/samples';
import { pickFromMenu } from '@/utils/app/actions';
import { runRound, start } from '@/utils/app/round';
import type { MENU_ITEMS } from '@/utils/model/messages';

let browser: FakeBrowser;
const pick = (id: (typeof MENU_ITEMS)[number]) => pickFromMenu(browser.ports(), createMutex(), id);

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

it('start creates the menu', async () => {
  await start(browser.ports());
  expect(browser.menusShown).toBe(1);
});

it('start runs a round when the menu cannot be created', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  await start({ ...browser.ports(), showMenu: () => Promise.reject(new Error('No menu')) });
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
});

it('start runs a round when the icon cannot be shown', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  browser.wakesAt = null;
  const ports = { ...browser.ports(), showToolbar: () => Promise.reject(new Error('No icon')) };
  await start(ports).catch(() => null);
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
  expect(browser.wakesAt).toBeGreaterThan(browser.now);
});

it('"Check now" reads pages that were read a moment ago', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(MINUTE);
  await pick('menu_check');
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
});

it('"Snooze for an hour" snoozes all watched assistants and suppresses notifications', async () => {
  await pick('menu_snooze');
  const until = browser.now + HOUR;
  expect(browser.status.snoozes).toEqual({ claude: until, chatgpt: until });
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  await runRound(browser.ports());
  expect(browser.status.verdicts.claude?.level).toBe('major_outage');
  expect(browser.notices).toEqual([]);
});

it('"History" opens the history page', async () => {
  await pick('menu_history');
  expect(browser.openedTabs).toEqual(['extension://self/history.html']);
});
