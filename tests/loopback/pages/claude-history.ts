import type { PageHistory } from './loopback-page';
import { pastIncidents } from './past-incidents';

const CHAT = 'rwppv331jlwc';
const CONSOLE = '0qbwn08sd68x';
const API = 'k8w3r06qmzrp';
const CODE = 'yyzkbfz2thpt';
const COWORK = 'bpp5gb3hpjcl';

/** Invented. */
export const claudeHistory: PageHistory = pastIncidents('statuspage', [
  {
    daysAgo: 5.4,
    lastsMinutes: 42,
    impact: 'minor',
    title: 'Slow response times for some users',
    componentIds: [CHAT],
  },
  {
    daysAgo: 9.1,
    lastsMinutes: 95,
    impact: 'major',
    title: 'Elevated errors on claude.ai',
    componentIds: [CHAT, API, CODE],
  },
  {
    daysAgo: 13.6,
    lastsMinutes: 30,
    impact: 'minor',
    title: 'Delayed usage reporting in the Console',
    componentIds: [CONSOLE],
  },
  {
    daysAgo: 18.2,
    lastsMinutes: 180,
    impact: 'none',
    title: 'Delayed support responses',
    componentIds: [],
  },
  {
    daysAgo: 23.9,
    lastsMinutes: 55,
    impact: 'major',
    title: 'Elevated errors on Claude Opus',
    componentIds: [CHAT, API],
  },
  {
    daysAgo: 29.5,
    lastsMinutes: 25,
    impact: 'minor',
    title: 'Claude Code sessions disconnecting',
    componentIds: [CODE],
  },
  {
    daysAgo: 36.3,
    lastsMinutes: 240,
    impact: 'critical',
    title: 'Sign-in unavailable',
    componentIds: [CHAT, CONSOLE, CODE, COWORK],
  },
  { daysAgo: 44.8, lastsMinutes: 70, impact: 'minor', title: 'Slow file uploads', componentIds: [CHAT, COWORK] },
  {
    daysAgo: 52.2,
    lastsMinutes: 48,
    impact: 'major',
    title: 'Elevated API error rates',
    componentIds: [API],
  },
  {
    daysAgo: 60.7,
    lastsMinutes: 35,
    impact: 'minor',
    title: 'Incomplete conversation search results',
    componentIds: [CHAT],
  },
  {
    daysAgo: 69.4,
    lastsMinutes: 130,
    impact: 'major',
    title: 'Long responses interrupted',
    componentIds: [CHAT, API, CODE, COWORK],
  },
  { daysAgo: 78.1, lastsMinutes: 20, impact: 'minor', title: 'Delayed invitation emails', componentIds: [CONSOLE] },
]);
