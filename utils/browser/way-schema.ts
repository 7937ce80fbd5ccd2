import * as v from 'valibot';
import { chatAddress } from '@/utils/model/address';
import { shortName } from '@/utils/model/own-name';
import { LOCAL_MODEL_IDS, localWay, type OwnWayId } from '@/utils/model/way';
import { assistantId } from './trouble-schema';

export const localModelId = v.picklist(LOCAL_MODEL_IDS);

export const wayId = v.union([
  assistantId,
  v.picklist(LOCAL_MODEL_IDS.map(localWay)),
  v.pipe(v.string(), v.regex(/^own:\d{1,15}$/)) as v.GenericSchema<string, OwnWayId>,
]);

const chatUrl = v.pipe(
  v.string(),
  v.transform(chatAddress),
  v.instance(URL),
  v.transform(({ href }) => href),
);

/** A chat without a name is called by its host, as in the form. */
export const ownChat = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.digits(), v.maxLength(15)),
    name: v.pipe(v.string(), v.transform(shortName)),
    url: chatUrl,
  }),
  v.transform((chat) => ({ ...chat, name: chat.name || new URL(chat.url).host })),
);
