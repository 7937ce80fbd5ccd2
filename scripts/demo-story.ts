import path from 'node:path';
import type { Page } from '@playwright/test';
import { BannerProbe } from '@/tests/browser/banner-probe';
import { recordCalls, recordedCalls } from '@/tests/browser/record-calls';
import type { Understudy } from '@/tests/browser/understudy';
import { chatOf } from '@/tests/fakes/chat-of';
import { english } from '@/tests/fakes/english';
import type { Loopback } from '@/tests/loopback/loopback';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Assistant } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { DemoPictures, Desktop } from './demo-pictures';

interface Stage {
  understudy: Understudy;
  loopback: Loopback;
  pictures: DemoPictures;
  /** The folder of the bundle, for its icons. */
  extension: string;
  /** Starts the scenario, which is stopped at its start until then. */
  begin(): void;
  say(text: string): void;
}

async function desktopOf(stage: Stage): Promise<Desktop> {
  const notifications = await recordedCalls(stage.understudy.worker);
  return {
    icon: path.join(stage.extension, notifications.icon ?? '/icons/toolbar-unknown-32.png'),
    badge: await stage.understudy.badge(),
    tooltip: await stage.understudy.tooltip(),
    notification: notifications.notices.at(-1) ?? null,
  };
}

async function showPopup(stage: Stage, name: string): Promise<void> {
  const popup = await stage.understudy.openPopup();
  // The snapshot is painted first; this element exists once the page has replaced it.
  await popup.getByRole('button', { name: english('popup_refresh') }).waitFor();
  stage.say(
    `  popup: ${await popup.getByRole('heading').first().textContent()}  → ${await stage.pictures.take(popup, name, true)}`,
  );
  await popup.close();
}

async function showDesktop(stage: Stage, address: string, name: string): Promise<void> {
  const desktop = await desktopOf(stage);
  const file = await stage.pictures.takeDesktop(stage.understudy.context, desktop, address, name);
  stage.say(`  icon and notification: ${desktop.notification?.title ?? 'none'}  → ${file}`);
}

async function showBanner(stage: Stage, page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const probe = new BannerProbe(page);
  await probe.settled();
  const text = (await probe.text())?.split('\n')[0] ?? 'none';
  stage.say(`  banner: ${text}  → ${await stage.pictures.take(page, name)}`);
}

const DRAFT = 'Dear Ms Okafor,\nthank you for your patience. May I send the plans on Friday instead?';

/** Types a draft. */
async function typeDraft(page: Page): Promise<void> {
  await page.locator('textarea, [contenteditable="true"]').first().click();
  for (const [index, line] of DRAFT.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.insertText(line);
  }
}

/** In a fast story, an outage may be over before the press, and then no tab opens. */
const PRESS_LIMIT_MS = 15_000;

/** Opens the fallback list and picks the first one. */
async function continueElsewhere(stage: Stage, page: Page): Promise<void> {
  const probe = new BannerProbe(page);
  await page.bringToFront();
  if ((await probe.text())?.includes(english('banner_continue')) !== true) return;
  await probe.click(english('banner_continue'));
  const up = ASSISTANTS.map(({ name }) => name);
  const isOffered = await probe.says((text) => up.some((name) => text.split('\n').includes(name)));
  await probe.settled();
  stage.say(`  fallbacks  → ${await stage.pictures.take(page, 'banner-fallbacks')}`);
  if (!isOffered) return;
  const offered = ((await probe.text()) ?? '').split('\n').find((line) => up.includes(line));
  if (offered === undefined) return;
  const opened = stage.understudy.context.waitForEvent('page', { timeout: PRESS_LIMIT_MS }).catch(() => null);
  await probe.click(offered, PRESS_LIMIT_MS).catch(() => undefined);
  const next = await opened;
  if (next === null) {
    stage.say('  The outage was over before the press.');
    return;
  }
  await next.waitForLoadState();
  // The note appears when the draft is filled in. If it does not appear in time, the page is shown as it is.
  const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
  await note.says((text) => text.trim() !== '');
  await note.settled();
  stage.say(`  continued in ${offered}  → ${await stage.pictures.take(next, 'draft-transferred')}`);
  await next.close();
}

/** The notified issue of one assistant in a word; null if there is none. */
function momentOf(status: Status | undefined, { id }: Assistant): string | null {
  const episode = status?.episodes[id];
  return episode?.isTold ? `${episode.level} ${episode.phase}` : null;
}

const minutes = (loopback: Loopback) => `${String(Math.floor(loopback.offsetMs / 60_000)).padStart(3)} min`;

async function tellChange(
  stage: Stage,
  assistant: Assistant,
  page: Page,
  before: string | null,
  after: string | null,
): Promise<void> {
  const { say, loopback } = stage;
  if (after === null) {
    say(`\n${minutes(loopback)}  ${assistant.name} is back.`);
    await new BannerProbe(page).says((text) => text.includes('back'));
    await showBanner(stage, page, `${assistant.id}-back-banner`);
    await showDesktop(stage, chatOf(assistant).host, `${assistant.id}-back-desktop`);
    return;
  }
  say(`\n${minutes(loopback)}  ${assistant.name}: ${after.replace('_', ' ')}.`);
  await new BannerProbe(page).says(() => true);
  await showBanner(stage, page, `${assistant.id}-${after.replace(/\W/g, '-')}-banner`);
  if (before !== null) return;
  await showDesktop(stage, chatOf(assistant).host, `${assistant.id}-trouble-desktop`);
  await showPopup(stage, `${assistant.id}-trouble-popup`);
  await continueElsewhere(stage, page);
}

/** The assistants that fail in this scenario, and the two default ones. */
function assistantsOf(loopback: Loopback): Assistant[] {
  const hosts = Object.keys(loopback.scenario.pages);
  return ASSISTANTS.filter(
    ({ id, statusPages }) =>
      DEFAULT_OPTIONS.watched.includes(id) ||
      statusPages.some((page) => page.hosts.some((host) => hosts.includes(host))),
  );
}

/** Runs the scenario to its end and reports each event with text and screenshots. */
export async function tellStory(stage: Stage): Promise<void> {
  const { understudy, loopback } = stage;
  await recordCalls(understudy.worker);
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: assistantsOf(loopback).map(({ id }) => id) });
  const pages = new Map<Assistant, Page>();
  for (const assistant of assistantsOf(loopback)) {
    const page = await understudy.context.newPage();
    const { host, path: home } = chatOf(assistant);
    await page.goto(`https://${host}${home === '/' ? '/chat/1' : home}`);
    await typeDraft(page);
    pages.set(assistant, page);
  }
  // Chats are open from here on. A round detects them and polls more often.
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: english('popup_refresh') }).click();
  await popup.close();
  stage.begin();
  stage.say(`\n${minutes(loopback)}  All is quiet.`);
  await showPopup(stage, 'quiet-popup');

  const shownMoments = new Map<Assistant, string | null>();
  const isOver = () => loopback.offsetMs >= loopback.scenario.durationMs;
  while (!isOver() || [...shownMoments.values()].some((moment) => moment !== null)) {
    const status = await understudy.status();
    for (const [assistant, page] of pages) {
      const [before, after] = [shownMoments.get(assistant) ?? null, momentOf(status, assistant)];
      if (before === after) continue;
      shownMoments.set(assistant, after);
      await tellChange(stage, assistant, page, before, after);
    }
    if (loopback.offsetMs > loopback.scenario.durationMs * 1.2) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  stage.say(`\n${minutes(loopback)}  The end.`);
  await showPopup(stage, 'end-popup');
}
