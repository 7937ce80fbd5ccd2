import * as v from 'valibot';
import { LOUD_LEVELS } from '@/utils/model/loudness';
import { MAX_NOTICE_HOURS } from '@/utils/model/maintenance-notice';
import { MAX_OWN_PAGES } from '@/utils/model/own-page';
import { THEMES } from '@/utils/model/theme';
import { MAX_OWN_CHATS } from '@/utils/model/way';
import { ownPage } from './own-page-schema';
import { assistantId, byAssistant } from './trouble-schema';
import { uniqueList } from './unique-list';
import { localModelId, ownChat, wayId } from './way-schema';

/** More than there can be: pages that only another browser has are listed too. */
const MAX_LISTED = 200;
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const noticeHours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_NOTICE_HOURS));
const partId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

const uniqueChats = uniqueList(
  ownChat,
  MAX_OWN_CHATS,
  ({ id }) => id,
  ({ url }) => new URL(url).origin,
);
const uniquePages = uniqueList(
  ownPage,
  MAX_OWN_PAGES,
  ({ id }) => id,
  ({ address }) => address,
);

/**
 * What the form, settings files, policies and sync may set, each field by itself: one that is damaged does not take the
 * others along. Duplicates are dropped and names are cut; what is out of range or too long is refused.
 */
export const OPTIONS_PARTS = {
  watched: uniqueList(assistantId, MAX_LISTED),
  planB: uniqueList(wayId, MAX_LISTED),
  parts: byAssistant(uniqueList(partId, MAX_LISTED)),
  ownChats: uniqueChats,
  ownPages: uniquePages,
  localModels: uniqueList(localModelId, MAX_LISTED),
  signedIn: uniqueList(assistantId, MAX_LISTED),
  maintenanceNoticeHours: v.nullable(noticeHours),
  keepsDrafts: v.boolean(),
  loudness: byAssistant(
    v.object({
      started: v.boolean(),
      recovered: v.boolean(),
      updates: v.boolean(),
      maintenance: v.boolean(),
      from: v.picklist(LOUD_LEVELS),
    }),
  ),
  quietHours: v.object({ isOn: v.boolean(), from: minuteOfDay, until: minuteOfDay }),
  theme: v.picklist(THEMES),
};
