import { claudePage } from './claude-page';
import { examplePages } from './example-pages';
import { githubPage } from './github-page';
import { googlePage } from './google-page';
import type { LoopbackPage } from './loopback-page';
import { openaiPage } from './openai-page';
import { pagesOfTheRest, registryPages } from './registry-pages';
import { unregisteredPage } from './unregistered-page';

const played: readonly LoopbackPage[] = [
  claudePage,
  openaiPage,
  githubPage,
  googlePage,
  ...registryPages,
  ...examplePages,
  unregisteredPage,
];

/** Every status page of the mock network. A page with more than the registry's facts has a file and a line here. */
export const LOOPBACK_PAGES: readonly LoopbackPage[] = [...played, ...pagesOfTheRest(played)];
