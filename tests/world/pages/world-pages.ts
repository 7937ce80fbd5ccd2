import { claudePage } from './claude-page';
import { examplePages } from './example-pages';
import { githubPage } from './github-page';
import { googlePage } from './google-page';
import { openaiPage } from './openai-page';
import { registryPages } from './registry-pages';
import type { WorldPage } from './world-page';

/** Every status page of the little internet. One that is to say more than the registry knows has its file and its line here. */
export const WORLD_PAGES: readonly WorldPage[] = [
  claudePage,
  openaiPage,
  githubPage,
  googlePage,
  ...registryPages,
  ...examplePages,
];
