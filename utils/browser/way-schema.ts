import * as v from 'valibot';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { isOwnAddress, LOCAL_MODEL_IDS, localWay, type OwnWayId } from '@/utils/model/way';

export const localModelId = v.picklist(LOCAL_MODEL_IDS);

const isOwnWay = (value: unknown): value is OwnWayId => typeof value === 'string' && /^own:\d+$/.test(value);

export const wayId = v.union([
  v.picklist(ASSISTANT_IDS),
  v.picklist(LOCAL_MODEL_IDS.map(localWay)),
  v.custom<OwnWayId>(isOwnWay),
]);

export const ownChat = v.object({
  id: v.pipe(
    v.string(),
    v.check((id) => /^\d+$/.test(id)),
  ),
  name: v.string(),
  url: v.pipe(v.string(), v.check(isOwnAddress)),
});
