import { pastIncidents } from './past-incidents';
import type { PageHistory } from './world-page';

const CHAT = 'rwppv331jlwc';
const CONSOLE = '0qbwn08sd68x';
const API = 'k8w3r06qmzrp';
const CODE = 'yyzkbfz2thpt';
const COWORK = 'bpp5gb3hpjcl';

/** Made up. */
export const claudeHistory: PageHistory = pastIncidents('statuspage', [
  { daysAgo: 5.4, lastsMinutes: 42, impact: 'minor', title: 'Answers begin late for some', componentIds: [CHAT] },
  {
    daysAgo: 9.1,
    lastsMinutes: 95,
    impact: 'major',
    title: 'Many messages fail in the app',
    componentIds: [CHAT, API, CODE],
  },
  {
    daysAgo: 13.6,
    lastsMinutes: 30,
    impact: 'minor',
    title: 'Usage numbers in the console are behind',
    componentIds: [CONSOLE],
  },
  {
    daysAgo: 18.2,
    lastsMinutes: 180,
    impact: 'none',
    title: 'Support answers take longer than usual',
    componentIds: [],
  },
  {
    daysAgo: 23.9,
    lastsMinutes: 55,
    impact: 'major',
    title: 'Requests for the largest model fail',
    componentIds: [CHAT, API],
  },
  {
    daysAgo: 29.5,
    lastsMinutes: 25,
    impact: 'minor',
    title: 'Terminal sessions lose their connection',
    componentIds: [CODE],
  },
  {
    daysAgo: 36.3,
    lastsMinutes: 240,
    impact: 'critical',
    title: 'Nobody can sign in',
    componentIds: [CHAT, CONSOLE, CODE, COWORK],
  },
  { daysAgo: 44.8, lastsMinutes: 70, impact: 'minor', title: 'Files are slow to upload', componentIds: [CHAT, COWORK] },
  {
    daysAgo: 52.2,
    lastsMinutes: 48,
    impact: 'major',
    title: 'Errors from the API in the morning hours',
    componentIds: [API],
  },
  {
    daysAgo: 60.7,
    lastsMinutes: 35,
    impact: 'minor',
    title: 'Search within conversations finds too little',
    componentIds: [CHAT],
  },
  {
    daysAgo: 69.4,
    lastsMinutes: 130,
    impact: 'major',
    title: 'Long answers break off',
    componentIds: [CHAT, API, CODE, COWORK],
  },
  { daysAgo: 78.1, lastsMinutes: 20, impact: 'minor', title: 'Invitations arrive late', componentIds: [CONSOLE] },
]);
