import * as v from 'valibot';
import { isOwnPageId, type OwnPageId } from '@/utils/model/assistant';
import { isOwnPagePlatform, type OwnPage } from '@/utils/model/own-page';
import { maybeText } from './report-schema';

const address = v.custom<string>(
  (url) => typeof url === 'string' && /^https:\/\/[^/:]+(\/|$)/.test(url) && URL.canParse(url),
);
const parts = v.array(v.object({ id: v.string(), name: v.string() }));

export const ownPage: v.GenericSchema<unknown, OwnPage> = v.object({
  id: v.custom<OwnPageId>(isOwnPageId),
  name: v.string(),
  platform: v.custom<OwnPage['platform']>(isOwnPagePlatform),
  address,
  pageId: maybeText,
  isCorsOpen: v.boolean(),
  core: parts,
  features: parts,
  // Left out, there is none: Chromium's policies know no null.
  chatUrl: v.optional(v.nullable(address), null),
});
