import * as v from 'valibot';
import { isOwnAddress, LOCAL_MODEL_IDS, localWay, type OwnWayId } from '@/utils/model/way';
import { assistantId } from './trouble-schema';

export const localModelId = v.picklist(LOCAL_MODEL_IDS);

const like = (pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text: string) => pattern.test(text)),
  );

export const wayId = v.union([
  assistantId,
  v.picklist(LOCAL_MODEL_IDS.map(localWay)),
  like(/^own:\d+$/) as v.GenericSchema<string, OwnWayId>,
]);

export const ownChat = v.object({
  id: like(/^\d+$/),
  name: v.string(),
  url: v.pipe(v.string(), v.check(isOwnAddress)),
});
