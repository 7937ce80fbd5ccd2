import type { Dice } from '@/tests/loopback/pages/dice';
import type { SeenRequest } from '@/utils/model/evidence';
import { reduceRequestEvent } from '@/utils/rules/evidence/requests';
import { chance, HOUR, isWithin, MINUTE, type Period, randomPeriods, SECOND } from './message-outcome';
import { ASSISTANT, type Step } from './simulate-day';

/** What a site with a WebSocket meets at some time. */
interface Weather {
  /** `fails`: what Chromium reports for every cause. `refused`: what Firefox reports if the site says so. */
  socket: 'opens' | 'fails' | 'refused';
  /** The load of the page; null if it does not get through. */
  page: number | null;
}

const CLEAR: Weather = { socket: 'opens', page: 200 };
const NO_SOCKETS: Weather = { socket: 'fails', page: 200 };
const NO_NETWORK: Weather = { socket: 'fails', page: null };

/** The weather at each time of a day, milliseconds since midnight. */
type WeatherAt = (at: number) => Weather;

const clear = (): WeatherAt => () => CLEAR;

/** The page closes one socket in four before it has opened, and opens another one. */
function closingPage(dice: Dice): WeatherAt {
  return () => (chance(dice, 1 / 4) ? NO_SOCKETS : CLEAR);
}

/** Nothing gets through for up to half a minute after each of six times at which the device wakes up. */
function wakeUps(dice: Dice): WeatherAt {
  const waking = randomPeriods(dice, 6, 5, 30);
  return (at) => (isWithin(waking, at) ? NO_NETWORK : CLEAR);
}

/** As on days with messages: three networks, up to five minutes each. */
function portals(dice: Dice): WeatherAt {
  const shut = randomPeriods(dice, 3, 60, 300);
  return (at) => (isWithin(shut, at) ? NO_NETWORK : CLEAR);
}

/** A proxy that lets no WebSocket through, all day. */
const blockingProxy = (): WeatherAt => () => NO_SOCKETS;

/** After a break in the day, the device is in a network with such a proxy. */
function movedBehindProxy(dice: Dice): WeatherAt {
  const movedAt = dice.between(10 * HOUR, 16 * HOUR);
  let lastAt = 0;
  let hasMoved = false;
  return (at) => {
    hasMoved ||= at >= movedAt && at - lastAt >= 10 * MINUTE;
    lastAt = at;
    return hasMoved ? NO_SOCKETS : CLEAR;
  };
}

/** As on days with messages: in six periods of up to ten minutes, half of everything gets lost. */
function flakyLine(dice: Dice): WeatherAt {
  const bad = randomPeriods(dice, 6, 60, 600);
  return (at) => {
    if (!isWithin(bad, at)) return CLEAR;
    return { socket: chance(dice, 0.5) ? 'fails' : 'opens', page: chance(dice, 0.5) ? null : 200 };
  };
}

/** As on days with messages: one connection in sixteen is reset. */
function resettingProxy(dice: Dice): WeatherAt {
  return () => (chance(dice, 1 / 16) ? NO_SOCKETS : CLEAR);
}

/** Days without an outage of an assistant whose messages go over a WebSocket. */
export const ORDINARY_WEATHER = {
  'WebSockets: nothing special': clear,
  'WebSockets: a page that closes its own': closingPage,
  'WebSockets: sleep and wake': wakeUps,
  'WebSockets: captive portals': portals,
  'WebSockets: a proxy that blocks them': blockingProxy,
  'WebSockets: a move to a network that blocks them': movedBehindProxy,
  'WebSockets: flaky wifi': flakyLine,
  'WebSockets: a resetting proxy': resettingProxy,
} as const satisfies Record<string, (dice: Dice) => WeatherAt>;

/** The site opens no WebSocket for a while. `refused`: as Firefox reports it. */
export const outageWeather =
  (period: Period, socket: 'fails' | 'refused'): WeatherAt =>
  (at) =>
    isWithin([period], at) ? { socket, page: 200 } : CLEAR;

const HANDSHAKE = { assistantId: ASSISTANT, what: 'handshake', pattern: '^/socket$' } as const;
const PAGE = { assistantId: ASSISTANT, what: 'page', pattern: null } as const;

/** A page opens its socket again after these times. */
const RETRY_SECONDS = [0, 1, 2, 4, 8] as const;
/** After so many tries the user does something else. */
const MAX_TRIES = 4;

interface HandshakeDay {
  steps: Step[];
  /** Times of handshakes; milliseconds since midnight. */
  sentAt: number[];
  failedAt: number[];
}

/** Nine to five in sessions, as with messages: the socket is open for most questions and opened again for the others. */
export function handshakeDay(dice: Dice, weatherAt: WeatherAt): HandshakeDay {
  const [steps, sentAt, failedAt]: [Step[], number[], number[]] = [[], [], []];
  const take = (at: number, source: typeof HANDSHAKE | typeof PAGE, request: SeenRequest) =>
    steps.push({ at, take: (memory) => reduceRequestEvent(memory, source, request, at) });
  const base = { method: 'GET', tabId: 1, url: 'wss://chat.test/socket' } as const;

  const load = (at: number) => {
    const { page: status } = weatherAt(at);
    const page = { ...base, id: `page ${at}`, url: 'https://chat.test/', isMainFrame: true };
    take(at, PAGE, { ...page, stage: 'sent' });
    const error = status === null ? 'net::ERR_CERT_AUTHORITY_INVALID' : null;
    take(at + 300, PAGE, { ...page, stage: 'ended', status, error });
  };
  const open = (at: number): boolean => {
    const { socket } = weatherAt(at);
    const handshake = { ...base, id: `socket ${at}`, isMainFrame: false, isHandshake: true };
    sentAt.push(at);
    take(at, HANDSHAKE, { ...handshake, stage: 'sent' });
    if (socket === 'opens') take(at + 100, HANDSHAKE, { ...handshake, stage: 'answered', status: 101 });
    else if (socket === 'refused')
      take(at + 100, HANDSHAKE, { ...handshake, stage: 'ended', status: 503, error: null });
    else take(at + 100, HANDSHAKE, { ...handshake, stage: 'ended', status: null, error: 'net::ERR_FAILED' });
    if (socket !== 'opens') failedAt.push(at);
    return socket === 'opens';
  };
  /** The page tries several times, and then the user does. Returns when it is over. */
  const connect = (from: number): { at: number; isOpen: boolean } => {
    let at = from;
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      for (const seconds of RETRY_SECONDS) {
        at += seconds * SECOND + 100;
        if (open(at)) return { at, isOpen: true };
      }
      at += dice.between(3, 40) * SECOND;
      // The first thing to try is to send again, the second to load the page.
      if (tries === 2) load(at);
      if (chance(dice, 0.2)) break;
    }
    return { at, isOpen: false };
  };

  let at = 9 * HOUR + dice.between(0, 30 * MINUTE);
  while (at < 17 * HOUR) {
    load(at);
    let isOpen = false;
    for (let questions = dice.between(3, 10); questions > 0; questions -= 1) {
      if (!isOpen || chance(dice, 1 / 4)) ({ at, isOpen } = connect(at + SECOND));
      at += dice.between(25, 280) * SECOND;
    }
    at += dice.between(10, 60) * MINUTE;
  }
  return { steps, sentAt, failedAt };
}
