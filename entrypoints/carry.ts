import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fillTransferredDraft } from '@/utils/content/draft-transfer';

/** Put into the one tab that was opened for a draft. */
export default defineUnlistedScript(() => void fillTransferredDraft());
