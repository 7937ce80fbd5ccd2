import { fillDraft } from '@/utils/content/draft/fill-draft';
import { findComposer, waitForComposer } from '@/utils/content/draft/find-composer';
import { readComposerText, readDraft } from '@/utils/content/draft/read-draft';

/** The draft-transfer functions for the spec, in an isolated world like an extension's content script. */
const draftFunctions = { fillDraft, findComposer, readDraft, readComposerText, waitForComposer };

export type DraftFunctions = typeof draftFunctions;

(globalThis as { draftFunctions?: DraftFunctions }).draftFunctions = draftFunctions;
