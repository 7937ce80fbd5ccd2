import { pastIncidents } from './past-incidents';
import type { PageHistory } from './world-page';

/** Made up; like the real page, it links no incident to a component. */
export const openaiHistory: PageHistory = pastIncidents('incidentio', [
  { daysAgo: 5.2, lastsMinutes: 38, impact: 'minor', title: 'Answers take long to begin', componentIds: [] },
  { daysAgo: 8.25, lastsMinutes: 75, impact: 'major', title: 'Pictures cannot be made', componentIds: [] },
  { daysAgo: 11.3, lastsMinutes: 22, impact: 'minor', title: 'Some are signed out', componentIds: [] },
  { daysAgo: 14.35, lastsMinutes: 54, impact: 'minor', title: 'Uploads fail for large files', componentIds: [] },
  { daysAgo: 17.4, lastsMinutes: 41, impact: 'minor', title: 'Voice breaks off', componentIds: [] },
  { daysAgo: 20.45, lastsMinutes: 96, impact: 'critical', title: 'Messages are not delivered', componentIds: [] },
  { daysAgo: 23.5, lastsMinutes: 63, impact: 'major', title: 'Old conversations do not load', componentIds: [] },
  { daysAgo: 26.55, lastsMinutes: 120, impact: 'none', title: 'The help page does not open', componentIds: [] },
  { daysAgo: 29.6, lastsMinutes: 35, impact: 'minor', title: 'Search gives no results', componentIds: [] },
  { daysAgo: 32.65, lastsMinutes: 48, impact: 'minor', title: 'Errors when code is run', componentIds: [] },
  { daysAgo: 35.7, lastsMinutes: 57, impact: 'major', title: 'Requests to the API time out', componentIds: [] },
  { daysAgo: 38.75, lastsMinutes: 88, impact: 'minor', title: 'Research tasks stop halfway', componentIds: [] },
  { daysAgo: 41.8, lastsMinutes: 30, impact: 'none', title: 'Billing pages are slow', componentIds: [] },
  { daysAgo: 44.85, lastsMinutes: 44, impact: 'major', title: 'Sign-in by phone fails', componentIds: [] },
  { daysAgo: 47.9, lastsMinutes: 66, impact: 'minor', title: 'Memory is not saved', componentIds: [] },
  { daysAgo: 50.95, lastsMinutes: 26, impact: 'minor', title: 'Shared links lead nowhere', componentIds: [] },
  {
    daysAgo: 54.0,
    lastsMinutes: 142,
    impact: 'critical',
    title: 'Errors across most of the products',
    componentIds: [],
  },
  { daysAgo: 57.05, lastsMinutes: 51, impact: 'minor', title: 'Connections to other apps drop', componentIds: [] },
  { daysAgo: 60.1, lastsMinutes: 200, impact: 'none', title: 'Exports wait in a queue', componentIds: [] },
  { daysAgo: 63.15, lastsMinutes: 39, impact: 'major', title: 'Answers stop in the middle', componentIds: [] },
  { daysAgo: 66.2, lastsMinutes: 73, impact: 'minor', title: 'The desktop app does not start', componentIds: [] },
  { daysAgo: 69.25, lastsMinutes: 160, impact: 'minor', title: 'Batches run late', componentIds: [] },
  { daysAgo: 72.3, lastsMinutes: 29, impact: 'major', title: 'Too many requests are refused', componentIds: [] },
  { daysAgo: 75.35, lastsMinutes: 34, impact: 'minor', title: 'Translations come out empty', componentIds: [] },
  { daysAgo: 78.4, lastsMinutes: 45, impact: 'minor', title: 'The mobile app shows an old state', componentIds: [] },
]);
