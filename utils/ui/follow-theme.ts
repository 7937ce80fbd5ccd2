import { optionsItem } from '@/utils/browser/storage';
import { watchStored } from '@/utils/browser/watch-stored';
import type { Options } from '@/utils/model/options';

const show = ({ theme }: Options): void => {
  document.documentElement.dataset.theme = theme;
};

/** Has a page of ours shown as the person likes it, from now on. */
export function followTheme(): void {
  watchStored(optionsItem, show);
  void optionsItem.read().then(show);
}
