import type { Scenario } from '@/tests/loopback/scenario';
import { bothDown } from './both-down';
import { chatgptDegraded } from './chatgpt-degraded';
import { claudeOutage } from './claude-outage';
import { copilotUpstream } from './copilot-upstream';
import { dropped } from './dropped';
import { geminiOutage } from './gemini-outage';
import { healthy } from './healthy';
import { htmlInstead } from './html-instead';
import { maintenance } from './maintenance';
import { manyAtOnce } from './many-at-once';
import { ownPage } from './own-page';
import { reopened } from './reopened';
import { septemberThird } from './september-third';
import { threeAtOnce } from './three-at-once';
import { wholePage } from './whole-page';

/** Every named scenario. A new one has a file and a line here. */
export const LOOPBACK_SCENARIOS: readonly Scenario[] = [
  healthy,
  claudeOutage,
  chatgptDegraded,
  bothDown,
  threeAtOnce,
  septemberThird,
  reopened,
  maintenance,
  geminiOutage,
  copilotUpstream,
  htmlInstead,
  dropped,
  manyAtOnce,
  ownPage,
  wholePage,
];
