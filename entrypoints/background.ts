import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answerPage, answerSite, openNotice } from '@/utils/app/commands';
import { oneAtATime } from '@/utils/app/one-at-a-time';
import { start } from '@/utils/app/start';
import { watch } from '@/utils/app/watch';
import { removeBanners } from '@/utils/browser/banners';
import { parseIncoming } from '@/utils/browser/messages';
import { clearNotice } from '@/utils/browser/notifications';
import { realPorts } from '@/utils/browser/real-ports';

/** Listeners only, all registered in the first turn: a browser wakes the worker for those alone. */
export default defineBackground(() => {
  const round = oneAtATime();
  const look = () => void round(() => watch(realPorts));
  const begin = () => void round(() => start(realPorts));

  browser.alarms.onAlarm.addListener(look);
  browser.runtime.onInstalled.addListener(begin);
  browser.runtime.onStartup.addListener(begin);
  browser.permissions.onAdded.addListener(begin);
  browser.permissions.onRemoved.addListener(() => {
    void removeBanners();
    begin();
  });
  self.addEventListener('online', look);
  self.addEventListener('offline', look);

  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const incoming = parseIncoming(raw, sender);
    if (incoming === null) return undefined;
    return incoming.from === 'page'
      ? answerPage(realPorts, round, incoming.message)
      : answerSite(realPorts, incoming.address, incoming.message);
  });

  browser.notifications.onClicked.addListener((id) => {
    void openNotice(realPorts, id);
    void clearNotice(id);
  });
});
