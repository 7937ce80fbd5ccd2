import type { PageHistory } from './loopback-page';
import { pastIncidents } from './past-incidents';

/** Invented. Like the real page, it links no incident to a component. */
export const openaiHistory: PageHistory = pastIncidents('incidentio', [
  { daysAgo: 5.2, lastsMinutes: 38, impact: 'minor', title: 'Slow response times', componentIds: [] },
  { daysAgo: 8.25, lastsMinutes: 75, impact: 'major', title: 'Image generation failures', componentIds: [] },
  { daysAgo: 11.3, lastsMinutes: 22, impact: 'minor', title: 'Users unexpectedly signed out', componentIds: [] },
  { daysAgo: 14.35, lastsMinutes: 54, impact: 'minor', title: 'Failures uploading large files', componentIds: [] },
  { daysAgo: 17.4, lastsMinutes: 41, impact: 'minor', title: 'Voice mode interruptions', componentIds: [] },
  { daysAgo: 20.45, lastsMinutes: 96, impact: 'critical', title: 'ChatGPT messages failing', componentIds: [] },
  { daysAgo: 23.5, lastsMinutes: 63, impact: 'major', title: 'Conversation history not loading', componentIds: [] },
  { daysAgo: 26.55, lastsMinutes: 120, impact: 'none', title: 'Help center unavailable', componentIds: [] },
  { daysAgo: 29.6, lastsMinutes: 35, impact: 'minor', title: 'Search returning no results', componentIds: [] },
  { daysAgo: 32.65, lastsMinutes: 48, impact: 'minor', title: 'Errors running code', componentIds: [] },
  { daysAgo: 35.7, lastsMinutes: 57, impact: 'major', title: 'API request timeouts', componentIds: [] },
  { daysAgo: 38.75, lastsMinutes: 88, impact: 'minor', title: 'Deep research tasks failing', componentIds: [] },
  { daysAgo: 41.8, lastsMinutes: 30, impact: 'none', title: 'Slow billing pages', componentIds: [] },
  { daysAgo: 44.85, lastsMinutes: 44, impact: 'major', title: 'Phone sign-in failures', componentIds: [] },
  { daysAgo: 47.9, lastsMinutes: 66, impact: 'minor', title: 'Memory not saving', componentIds: [] },
  { daysAgo: 50.95, lastsMinutes: 26, impact: 'minor', title: 'Shared links not working', componentIds: [] },
  {
    daysAgo: 54.0,
    lastsMinutes: 142,
    impact: 'critical',
    title: 'Elevated error rates across multiple products',
    componentIds: [],
  },
  { daysAgo: 57.05, lastsMinutes: 51, impact: 'minor', title: 'Connector disconnections', componentIds: [] },
  { daysAgo: 60.1, lastsMinutes: 200, impact: 'none', title: 'Delayed data exports', componentIds: [] },
  { daysAgo: 63.15, lastsMinutes: 39, impact: 'major', title: 'Responses interrupted', componentIds: [] },
  { daysAgo: 66.2, lastsMinutes: 73, impact: 'minor', title: 'Desktop app failing to start', componentIds: [] },
  { daysAgo: 69.25, lastsMinutes: 160, impact: 'minor', title: 'Delayed batch jobs', componentIds: [] },
  { daysAgo: 72.3, lastsMinutes: 29, impact: 'major', title: 'Requests incorrectly rate-limited', componentIds: [] },
  { daysAgo: 75.35, lastsMinutes: 34, impact: 'minor', title: 'Empty translation results', componentIds: [] },
  { daysAgo: 78.4, lastsMinutes: 45, impact: 'minor', title: 'Mobile app showing outdated data', componentIds: [] },
]);
