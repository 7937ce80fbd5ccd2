import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAutosave } from '@/utils/content/autosave';
import { whenActivated } from '@/utils/content/extension';

/** Injected into a chat site while its assistant has an issue, if the user has turned autosave on. */
export default defineUnlistedScript(() => whenActivated(() => void startAutosave()));
