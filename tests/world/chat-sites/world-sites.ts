import { chatgptSite } from './chatgpt-site';
import { claudeSite } from './claude-site';
import { consoleSite } from './console-site';
import { copilotSite } from './copilot-site';
import { exampleSite } from './example-site';
import { geminiSite } from './gemini-site';
import { plainSites } from './plain-sites';
import type { WorldSite } from './world-site';

/** Every chat site of the little internet. A new one is its file and its line here. */
export const WORLD_SITES: readonly WorldSite[] = [
  claudeSite,
  chatgptSite,
  copilotSite,
  geminiSite,
  consoleSite,
  ...plainSites,
  exampleSite,
];
