import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fillTransferredDraft } from '@/utils/content/draft-transfer';

/** Injected only into the tab that was opened for a draft transfer. */
export default defineUnlistedScript(() => void fillTransferredDraft());
