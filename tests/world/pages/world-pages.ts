import { claudePage } from './claude-page';
import { examplePages } from './example-pages';
import { githubPage } from './github-page';
import { googlePage } from './google-page';
import { openaiPage } from './openai-page';
import { pagesOfTheRest, registryPages } from './registry-pages';
import { strangerPage } from './stranger-page';
import type { WorldPage } from './world-page';

const played: readonly WorldPage[] = [
  claudePage,
  openaiPage,
  githubPage,
  googlePage,
  ...registryPages,
  ...examplePages,
  strangerPage,
];

/** Every status page of the little internet. One that is to say more than the registry knows has its file and its line here. */
export const WORLD_PAGES: readonly WorldPage[] = [...played, ...pagesOfTheRest(played)];
