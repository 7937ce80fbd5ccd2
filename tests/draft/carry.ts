import { readTyped } from '@/utils/content/autosave';
import { fillDraft } from '@/utils/content/draft/fill-draft';
import { findComposer, waitForComposer } from '@/utils/content/draft/find-composer';
import { readDraft } from '@/utils/content/draft/read-draft';

/** All that carries a draft, where the spec can reach it: in a world of its own, as in the extension. */
const carry = { fillDraft, findComposer, readDraft, readTyped, waitForComposer };

export type Carry = typeof carry;

(globalThis as { carry?: Carry }).carry = carry;
