import { fillDraft } from '@/utils/chat/draft/fill-draft';
import { findComposer } from '@/utils/chat/draft/find-composer';
import { readDraft } from '@/utils/chat/draft/read-draft';
import { waitForComposer } from '@/utils/chat/draft/wait-for-composer';
import { readTyped } from '@/utils/chat/read-typed';

/** All that carries a draft, where the spec can reach it: in a world of its own, as in the extension. */
const carry = { fillDraft, findComposer, readDraft, readTyped, waitForComposer };

export type Carry = typeof carry;

(globalThis as { carry?: Carry }).carry = carry;
