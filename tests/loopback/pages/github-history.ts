import type { PageHistory } from './loopback-page';
import { pastIncidents } from './past-incidents';

const GIT = 'v2c9k5tq8d1m';
const WEBHOOKS = 'h6n3w0x7rpzb';
const ISSUES = 'k1z7d4m0vqc3';
const PULLS = 'q9b5x2h8nw6t';
const ACTIONS = 'z3r6p1g7lk0d';
const PACKAGES = 'c8m4y9s2jt5v';
const REGISTRY = 'w0l7f3q6xh1n';
const CODESPACES = 'n7s1h5c3gm8q';
const COPILOT = 'pjmpxvq2cmr2';
const MODELS = 'cnnb39dkkk82';

/** Invented. */
export const githubHistory: PageHistory = pastIncidents('statuspage', [
  {
    daysAgo: 5.8,
    lastsMinutes: 65,
    impact: 'minor',
    title: 'Delays starting Actions jobs',
    componentIds: [ACTIONS],
  },
  { daysAgo: 10.4, lastsMinutes: 40, impact: 'major', title: 'Elevated Copilot error rates', componentIds: [COPILOT] },
  {
    daysAgo: 15.1,
    lastsMinutes: 28,
    impact: 'minor',
    title: 'Delayed webhook deliveries',
    componentIds: [WEBHOOKS],
  },
  {
    daysAgo: 21.7,
    lastsMinutes: 110,
    impact: 'minor',
    title: 'Degraded performance of a Copilot model',
    componentIds: [MODELS],
  },
  { daysAgo: 27.2, lastsMinutes: 52, impact: 'major', title: 'Intermittent push failures', componentIds: [GIT] },
  { daysAgo: 33.9, lastsMinutes: 22, impact: 'none', title: 'Outdated notice shown to some users', componentIds: [] },
  {
    daysAgo: 40.5,
    lastsMinutes: 85,
    impact: 'minor',
    title: 'Delayed comments',
    componentIds: [PULLS, ISSUES],
  },
  { daysAgo: 48.3, lastsMinutes: 150, impact: 'critical', title: 'Actions jobs not starting', componentIds: [ACTIONS] },
  {
    daysAgo: 55.6,
    lastsMinutes: 33,
    impact: 'minor',
    title: 'Slow Copilot completions',
    componentIds: [COPILOT, MODELS],
  },
  {
    daysAgo: 63.1,
    lastsMinutes: 47,
    impact: 'major',
    title: 'Package downloads failing',
    componentIds: [PACKAGES, REGISTRY],
  },
  {
    daysAgo: 71.8,
    lastsMinutes: 60,
    impact: 'minor',
    title: 'Slow Codespaces starts in one region',
    componentIds: [CODESPACES],
  },
  {
    daysAgo: 79.3,
    lastsMinutes: 38,
    impact: 'major',
    title: 'Copilot Chat unavailable',
    componentIds: [COPILOT],
  },
]);
