import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAutosave } from '@/utils/content/autosave';
import { whenActivated } from '@/utils/content/extension';

/** Put on a chat site while its assistant is in trouble, where the person wants what they type to be kept. */
export default defineUnlistedScript(() => whenActivated(() => void startAutosave()));
