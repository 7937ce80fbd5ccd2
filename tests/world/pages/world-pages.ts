import { claudePage } from './claude-page';
import { githubPage } from './github-page';
import { googlePage } from './google-page';
import { openaiPage } from './openai-page';
import type { WorldPage } from './world-page';

/** Every status page of the little internet. A new one is its file and its line here. */
export const WORLD_PAGES: readonly WorldPage[] = [claudePage, openaiPage, githubPage, googlePage];
