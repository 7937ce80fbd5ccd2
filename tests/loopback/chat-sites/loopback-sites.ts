import { chatgptSite } from './chatgpt-site';
import { claudeSite } from './claude-site';
import { consoleSite } from './console-site';
import { copilotSite } from './copilot-site';
import { exampleSite } from './example-site';
import { geminiSite } from './gemini-site';
import type { LoopbackSite } from './loopback-site';
import { plainSites, sitesOfTheRest } from './plain-sites';

const played: readonly LoopbackSite[] = [
  claudeSite,
  chatgptSite,
  copilotSite,
  geminiSite,
  consoleSite,
  ...plainSites,
  exampleSite,
];

/** Every chat site of the mock network. A site with its own content has a file and a line here. */
export const LOOPBACK_SITES: readonly LoopbackSite[] = [...played, ...sitesOfTheRest(played)];
