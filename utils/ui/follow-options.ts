import { readPreset } from '@/utils/browser/read-preset';
import { optionsItem } from '@/utils/browser/storage';
import type { Options } from '@/utils/model/options';
import type { Preset } from '@/utils/model/preset';

/** Calls back with what holds now and from now on, and which of it is preset; returns how to stop. */
export function followOptions(onChange: (options: Options, preset: Preset) => void): () => void {
  let reading = 0;
  const update = async () => {
    const mine = ++reading;
    const [options, preset] = await Promise.all([optionsItem.read(), readPreset()]);
    if (mine === reading) onChange(options, preset);
  };
  // First listen, then read: a change in between must not be lost.
  const stop = optionsItem.watch(() => void update());
  void update();
  return stop;
}
