import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { openFresh } from '@/tests/browser/make-profile';
import { Understudy } from '@/tests/browser/understudy';
import type { Scenario } from '@/tests/loopback/scenario';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { LOOPBACK_SCENARIOS } from '@/tests/loopback/scenarios/loopback-scenarios';
import { outageOf } from '@/tests/loopback/scenarios/outage-of';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { allPatterns } from '@/utils/assistants/patterns';
import { type DemoClock, demoClock } from './demo-clock';
import { DemoPictures } from './demo-pictures';
import { tellStory } from './demo-story';

const DEFAULT_SCENARIO = '2026-09-03';
/** Duration of the demo, independent of the length of the day. */
const STORY_MS = 110_000;
const EXTENSION = path.resolve('.output/chrome-mv3-demo');

const say = (text: string) => console.log(text);

function build({ rate, epoch }: DemoClock): void {
  const env = { ...process.env, VITE_DEMO_RATE: String(rate), VITE_DEMO_EPOCH: String(epoch) };
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build', '--mode', 'demo'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The demo build failed; see the output above.');
}

async function play(scenario: Scenario): Promise<void> {
  const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const clock = demoClock(Math.max(1, Math.ceil(scenario.durationMs / STORY_MS)), Date.now());
  say(`Understudy demo: ${scenario.title}`);
  say(
    `${Math.round(scenario.durationMs / 60_000)} minutes in about ${STORY_MS / 1000} seconds (the clock of this build runs ${clock.rate} times as fast).`,
  );
  if (scenario.isReconstructed) say(`Reconstructed: ${scenario.note}`);
  say('Building the demo …');
  build(clock);

  const loopback = await startLoopback({ scenario });
  const order = { extension: EXTENSION, loopback, isHeadless };
  const opened = await openFresh(order, allPatterns());
  const begin = () => {
    loopback.load(scenario, clock.now());
    loopback.play(clock.now);
  };
  const pictures = new DemoPictures(path.resolve('demo-pictures'));
  await tellStory({ understudy: new Understudy(opened), loopback, pictures, extension: EXTENSION, begin, say });
  say(`\nPictures: ${pictures.folder}`);
  if (!isHeadless) {
    say('The window stays open for you to play in; close it to end the demo.');
    await new Promise((resolve) => opened.context.once('close', resolve));
  }
  await opened.close().catch(() => undefined);
  await loopback.close();
}

const [wanted = DEFAULT_SCENARIO, id] = process.argv.slice(2);
if (wanted === '--list') {
  for (const { name, title } of LOOPBACK_SCENARIOS) say(`${name.padEnd(20)} ${title}`);
  say(`${'--assistant <id>'.padEnd(20)} An outage of one assistant, made up from what the registry says of its page`);
} else if (wanted === '--assistant') {
  const assistant = ASSISTANTS.find((one) => one.id === id);
  if (assistant === undefined) throw new Error(`There is no assistant "${id}".`);
  await play(outageOf(assistant));
} else {
  await play(findScenario(wanted));
}
