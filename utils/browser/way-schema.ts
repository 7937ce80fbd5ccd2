import * as v from 'valibot';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { isOwnAddress, LOCAL_MODEL_IDS, localWay, type OwnWayId } from '@/utils/model/way';

export const localModelId = v.picklist(LOCAL_MODEL_IDS);

const like = (pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text: string) => pattern.test(text)),
  );

export const wayId = v.union([
  v.picklist(ASSISTANT_IDS),
  v.picklist(LOCAL_MODEL_IDS.map(localWay)),
  like(/^own:\d+$/) as v.GenericSchema<string, OwnWayId>,
]);

export const ownChat = v.object({
  id: like(/^\d+$/),
  name: v.string(),
  url: v.pipe(v.string(), v.check(isOwnAddress)),
});
