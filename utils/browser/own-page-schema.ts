import * as v from 'valibot';
import { publicAddress } from '@/utils/model/address';
import { isOwnPageId, type OwnPageId } from '@/utils/model/assistant';
import { shortName } from '@/utils/model/own-name';
import { OWN_PAGE_PLATFORMS, type OwnPage } from '@/utils/model/own-page';
import { uniqueList } from './unique-list';

const MAX_PARTS = 2000;
const MAX_TEXT = 200;
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_TEXT));
const partName = v.pipe(
  v.string(),
  v.transform((name) => shortName(name, MAX_TEXT)),
);
const address = v.pipe(v.string(), v.transform(publicAddress), v.instance(URL));
/** Documents lie below it, so it has no slash at the end and nothing after the path. */
const pageAddress = v.pipe(
  address,
  v.check(({ search, hash }) => search === '' && hash === ''),
  v.transform(({ origin, pathname }) => origin + pathname.replace(/\/+$/, '')),
);
const chatUrl = v.pipe(
  address,
  v.transform(({ href }) => href),
);
const parts = uniqueList(v.object({ id, name: partName }), MAX_PARTS, (part) => part.id);

export const ownPage: v.GenericSchema<unknown, OwnPage> = v.pipe(
  v.object({
    id: v.custom<OwnPageId>(isOwnPageId),
    name: v.pipe(v.string(), v.transform(shortName)),
    platform: v.picklist(OWN_PAGE_PLATFORMS),
    address: pageAddress,
    pageId: v.nullable(id),
    isCorsOpen: v.boolean(),
    core: v.pipe(parts, v.nonEmpty()),
    features: parts,
    // Left out, there is none: Chromium's policies know no null.
    chatUrl: v.optional(v.nullable(chatUrl), null),
  }),
  v.transform((page) => ({
    ...page,
    name: page.name || new URL(page.address).host,
    features: page.features.filter(({ id }) => !page.core.some((part) => part.id === id)),
  })),
);
