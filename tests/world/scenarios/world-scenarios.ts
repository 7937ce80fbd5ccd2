import type { Scenario } from '@/tests/world/scenario';
import { bothDown } from './both-down';
import { chatgptDegraded } from './chatgpt-degraded';
import { claudeOutage } from './claude-outage';
import { dropped } from './dropped';
import { healthy } from './healthy';
import { htmlInstead } from './html-instead';

/** Every scenario that has a name. A new one is its file and its line here. */
export const WORLD_SCENARIOS: readonly Scenario[] = [
  healthy,
  claudeOutage,
  chatgptDegraded,
  bothDown,
  htmlInstead,
  dropped,
];
