import type { AssistantId } from '@/utils/model/assistant';
import type { LocalModelId, WayId } from '@/utils/model/way';
import type { AddressCheck } from '@/utils/rules/check-address';

/** What a person can do on the options page. Unless they say otherwise, all of them answer through the store; none throws. */
export interface OptionsActions {
  moveWay(id: WayId, by: -1 | 1): void;
  takeIn(id: AssistantId): void;
  leaveOut(id: WayId): void;
  setSignedIn(id: AssistantId, isOn: boolean): void;
  /** Asks for the host of a way. Must be called in the click itself: browsers grant nothing later. */
  allowFilling(id: WayId): void;
  /** Tells what is wrong with the address, if anything is; then nothing is added. */
  addOwnChat(name: string, address: string): AddressCheck['kind'];
  /** Asks for localhost, then asks there. In the click itself, as above. */
  findLocalModels(): void;
  chooseLocalModel(id: LocalModelId): void;
  /** Carries a sample there. In the click itself: it copies. */
  rehearse(id: WayId): void;
}
