import { chatgptSite } from './chatgpt-site';
import { claudeSite } from './claude-site';
import { consoleSite } from './console-site';
import { copilotSite } from './copilot-site';
import { exampleSite } from './example-site';
import { geminiSite } from './gemini-site';
import { plainSites, sitesOfTheRest } from './plain-sites';
import type { WorldSite } from './world-site';

const played: readonly WorldSite[] = [
  claudeSite,
  chatgptSite,
  copilotSite,
  geminiSite,
  consoleSite,
  ...plainSites,
  exampleSite,
];

/** Every chat site of the little internet. One that is to be more than its address has its file and its line here. */
export const WORLD_SITES: readonly WorldSite[] = [...played, ...sitesOfTheRest(played)];
