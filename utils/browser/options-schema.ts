import * as v from 'valibot';
import { LOUD_LEVELS } from '@/utils/model/loudness';
import { isMinuteOfDay } from '@/utils/model/quiet-hours';
import { THEMES } from '@/utils/model/theme';
import { ownPage } from './own-page-schema';
import { assistantId, byAssistant } from './trouble-schema';
import { localModelId, ownChat, wayId } from './way-schema';

const minuteOfDay = v.pipe(v.number(), v.check(isMinuteOfDay));

/** Each part of the options by itself, so that one that is damaged does not take the others along. */
export const OPTIONS_PARTS = {
  watched: v.array(assistantId),
  planB: v.array(wayId),
  parts: byAssistant(v.array(v.string())),
  ownChats: v.array(ownChat),
  ownPages: v.array(ownPage),
  localModels: v.array(localModelId),
  signedIn: v.array(assistantId),
  maintenanceNoticeHours: v.nullable(v.number()),
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
