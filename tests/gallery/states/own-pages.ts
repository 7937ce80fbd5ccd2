import type { OwnPage, WatchablePage } from '@/utils/model/status-page';

const part = (id: string, name: string, group: string | null = null) => ({
  id,
  name,
  group,
  level: 'operational' as const,
  word: 'operational',
});

/** A page that was detected and can be added. */
export const FOUND_PAGE: WatchablePage = {
  platform: 'statuspage',
  address: 'https://status.example.org',
  pageId: 'abcdefabcdef',
  isCorsOpen: true,
  name: 'Example Labs',
  components: [
    part('a1', 'Assistant'),
    part('a2', 'Search'),
    part('a3', 'Sign-in', 'Accounts'),
    part('a4', 'Billing', 'Accounts'),
    part(
      'a5',
      'A part with a name that is so long that it has to be broken into two lines on most screens that there are',
    ),
  ],
  openIncidents: 1,
};

/** A page that was added. */
export const LIBRARY_PAGE: OwnPage = {
  id: 'page:1',
  name: 'University library',
  platform: 'instatus',
  address: 'https://status.library.example.org',
  pageId: 'University library',
  isCorsOpen: false,
  core: [{ id: 'b1', name: 'Catalogue' }],
  features: [
    { id: 'b2', name: 'Printing' },
    { id: 'b3', name: 'Rooms' },
  ],
  chatUrl: 'https://ask.library.example.org/',
};

/** A page with a single component, which was added at once. */
export const SINGLE_PAGE: OwnPage = {
  id: 'page:1',
  name: 'Example School',
  platform: 'betterstack',
  address: 'https://status.example.edu',
  pageId: '124692',
  isCorsOpen: false,
  core: [{ id: 'c1', name: 'Tutor' }],
  features: [],
  chatUrl: null,
};
