import type { Dice } from '@/tests/loopback/pages/dice';
import {
  answered,
  broken,
  brokenOff,
  type Conditions,
  chance,
  HOUR,
  isWithin,
  type MessageOutcome,
  MINUTE,
  type Period,
  randomPeriods,
  refused,
  SECOND,
  shortlyAnswered,
  silent,
  slowlyAnswered,
  uselesslyAnswered,
} from './message-outcome';

/** Chromium's error codes on a bad connection, weighted by repetition. */
const BAD_LINE = [
  'net::ERR_NETWORK_CHANGED',
  'net::ERR_NETWORK_CHANGED',
  'net::ERR_INTERNET_DISCONNECTED',
  'net::ERR_NAME_NOT_RESOLVED',
  'net::ERR_ADDRESS_UNREACHABLE',
  'net::ERR_CONNECTION_RESET',
  'net::ERR_CONNECTION_TIMED_OUT',
  'net::ERR_TIMED_OUT',
] as const;

const AFTER_SLEEP = [
  'net::ERR_NETWORK_IO_SUSPENDED',
  'net::ERR_NETWORK_IO_SUSPENDED',
  'net::ERR_NETWORK_CHANGED',
  'net::ERR_NAME_NOT_RESOLVED',
  'net::ERR_HTTP2_PING_FAILED',
  'net::ERR_CONNECTION_RESET',
] as const;

const PORTAL = [
  'net::ERR_CERT_AUTHORITY_INVALID',
  'net::ERR_CERT_COMMON_NAME_INVALID',
  'net::ERR_SSL_PROTOCOL_ERROR',
  'net::ERR_CONNECTION_REFUSED',
  'net::ERR_CONNECTION_RESET',
  'net::ERR_CONNECTION_TIMED_OUT',
] as const;

/** Occasional failures that every service has: about three in a thousand. */
function plain(dice: Dice): Conditions {
  return () => (chance(dice, 0.003) ? refused(dice, 500) : answered(dice));
}

/** In six periods of up to ten minutes, half of the requests get lost. */
function flakyWifi(dice: Dice): Conditions {
  const bad = randomPeriods(dice, 6, 60, 600);
  return (at) => {
    if (!isWithin(bad, at) || chance(dice, 0.5)) return answered(dice);
    return chance(dice, 0.2) ? silent(dice) : broken(dice, dice.oneOf(BAD_LINE));
  };
}

/** How a message fails that says nothing about others. */
type Failing = (dice: Dice) => MessageOutcome;
const refusedWith =
  (status: number): Failing =>
  (dice) =>
    refused(dice, status);

/** One question in twelve needs a tool or model that fails all day; a third of the retries do without it. */
const oneEndpoint =
  (fail: Failing) =>
  (dice: Dice): Conditions =>
  (_, isRetry) =>
    chance(dice, isRetry ? 2 / 3 : 1 / 12) ? fail(dice) : answered(dice);

/** Every message in the conversation that is used first fails for three minutes, until the user leaves it. */
const brokenConversation =
  (fail: Failing) =>
  (dice: Dice): Conditions => {
    const bad = randomPeriods(dice, 1, 180, 180);
    let broken: number | null = null;
    return (at, _, conversation) => {
      if (!isWithin(bad, at)) return answered(dice);
      broken ??= conversation;
      return conversation === broken ? fail(dice) : answered(dice);
    };
  };

/** The user's quota is used up in the afternoon. */
function quota(dice: Dice): Conditions {
  const [spent] = randomPeriods(dice, 1, 3_600, 7_200);
  return (at) => (spent !== undefined && isWithin([spent], at) ? refused(dice, 429) : answered(dice));
}

/** The lid is closed during one message in twelve. */
function sleep(dice: Dice): Conditions {
  return () => {
    const outcome = answered(dice);
    if (!chance(dice, 1 / 12)) return outcome;
    const sleptMs = dice.between(15, 7_200) * SECOND;
    const answeredMs = chance(dice, 0.5) ? outcome.answeredMs : null;
    return { answeredMs, endedMs: sleptMs + 5 * SECOND, status: null, error: dice.oneOf(AFTER_SLEEP), sleptMs };
  };
}

/** The user stops a third of the answers, some before they start. */
function impatient(dice: Dice): Conditions {
  return () => {
    const outcome = answered(dice);
    if (!chance(dice, 1 / 3)) return outcome;
    const endedMs = dice.between(500, outcome.endedMs);
    const answeredMs = outcome.answeredMs !== null && outcome.answeredMs < endedMs ? outcome.answeredMs : null;
    return { ...outcome, answeredMs, endedMs, status: null, error: 'net::ERR_ABORTED' };
  };
}

/** Answers stream for minutes, and one in twelve starts only after the 20 s limit. */
function longAnswers(dice: Dice): Conditions {
  return () => {
    const answeredMs = chance(dice, 1 / 12) ? dice.between(21, 50) * SECOND : dice.between(1, 15) * SECOND;
    return { ...answered(dice), answeredMs, endedMs: answeredMs + dice.between(1, 8) * MINUTE };
  };
}

/** One in sixteen is reset before or during its answer. */
function resettingProxy(dice: Dice): Conditions {
  return () => {
    if (!chance(dice, 1 / 16)) return answered(dice);
    const error = dice.oneOf(['net::ERR_CONNECTION_RESET', 'net::ERR_TUNNEL_CONNECTION_FAILED']);
    return chance(dice, 0.5) ? broken(dice, error) : brokenOff(dice, 'net::ERR_CONNECTION_RESET');
  };
}

/** In three networks of the day nothing works until the user signs in, which takes up to five minutes. */
function captivePortal(dice: Dice): Conditions {
  const shut = randomPeriods(dice, 3, 60, 300);
  return (at) => (isWithin(shut, at) ? broken(dice, dice.oneOf(PORTAL)) : answered(dice));
}

/** A third of the answers are a word or two. */
function shortAnswers(dice: Dice): Conditions {
  return () => (chance(dice, 1 / 3) ? shortlyAnswered(dice) : answered(dice));
}

/** A short answer is rare, until the user asks for words to translate for half an hour. */
function quiz(dice: Dice): Conditions {
  const quizzes = randomPeriods(dice, 2, 1_200, 1_800);
  return (at) => (isWithin(quizzes, at) ? shortlyAnswered(dice) : answered(dice));
}

/** One conversation in three is with a model that thinks before its answer begins. */
function thinkingModels(dice: Dice): Conditions {
  const thinking = new Map<number, boolean>();
  return (_, __, conversation) => {
    const isThinking = thinking.get(conversation) ?? chance(dice, 1 / 3);
    thinking.set(conversation, isThinking);
    return isThinking ? slowlyAnswered(dice, 5, 60) : answered(dice);
  };
}

/** As above, and in one conversation in ten the user switches to that model midway. */
function switchedModels(dice: Dice): Conditions {
  const choose = thinkingModels(dice);
  const switched = new Set<number>();
  return (at, isRetry, conversation) => {
    if (chance(dice, 1 / 60)) switched.add(conversation);
    return switched.has(conversation) ? slowlyAnswered(dice, 5, 60) : choose(at, isRetry, conversation);
  };
}

/** The address moved overnight for half of the users, and during the day for the others: one page still used the old one. */
function movedAddress(dice: Dice): Conditions {
  const movedAt = chance(dice, 0.5) ? 0 : dice.between(9 * HOUR, 17 * HOUR);
  let isReloaded = false;
  return (at, isRetry) => {
    if (at < movedAt) return answered(dice);
    isReloaded ||= isRetry;
    return isReloaded ? { ...answered(dice), isUnseen: true } : refused(dice, 404);
  };
}

/** Days without an outage of the assistant. */
export const ORDINARY_CONDITIONS = {
  plain,
  'flaky wifi': flakyWifi,
  'one endpoint of several': oneEndpoint(refusedWith(500)),
  'one broken conversation': brokenConversation(refusedWith(500)),
  'quota (429)': quota,
  'sleep and wake': sleep,
  'aborted answers': impatient,
  'long answers': longAnswers,
  'resetting proxy': resettingProxy,
  'captive portal': captivePortal,
  'short answers': shortAnswers,
  'a quiz': quiz,
  'thinking models': thinkingModels,
  'a switch to a thinking model': switchedModels,
  'moved address': movedAddress,
  'one endpoint of several, with 404': oneEndpoint(refusedWith(404)),
  'one endpoint of several, ended at once': oneEndpoint(uselesslyAnswered),
  'one broken conversation, with 404': brokenConversation(refusedWith(404)),
  'one broken conversation, ended at once': brokenConversation(uselesslyAnswered),
} as const satisfies Record<string, (dice: Dice) => Conditions>;

/** A kind of outage. */
export interface Outage {
  kind: string;
  /** Share of messages that fail. */
  failing: number;
  /** Share of failing messages without any answer. */
  silent: number;
  /** What the others meet; by default errors of the server. */
  how?: '404' | '500' | 'useless' | 'slow';
}

/** Messages fail as recorded in such outages: most with 529, 500 or 503. */
export function outageConditions(dice: Dice, outage: Outage, period: Period): Conditions {
  return (at) => {
    if (!isWithin([period], at) || !chance(dice, outage.failing)) return answered(dice);
    if (chance(dice, outage.silent)) return silent(dice);
    if (outage.how === '404' || outage.how === '500') return refused(dice, Number(outage.how));
    if (outage.how === 'useless') return uselesslyAnswered(dice);
    if (outage.how === 'slow') return slowlyAnswered(dice, 10, 60);
    return chance(dice, 0.1)
      ? broken(dice, 'net::ERR_EMPTY_RESPONSE')
      : refused(dice, dice.oneOf([529, 529, 500, 503]));
  };
}
