// Sends what waits: oldest first, one at a time, each under its own key until there is an answer. What is refused is put
// aside; what is about the same shipment waits for it, the rest goes on.
import { post } from './frame.js';
import { entries, failed, isAfter, isOf, refused, sent, trying } from './outbox-store.js';
import { Later, Nobody, Refused, Sent, Stale, meaning } from './outbox-answer.js';
import { learn, now } from './outbox-clock.js';
import { alone } from './outbox-turn.js';

const ANSWER = 30_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;
const MOST_FAULTS = 5;
const LOOK = 60_000; // at what another tab left
const PAUSE = 'linxi-outbox-pause';

const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('linxi-outbox-state') : null;
const listeners = new Set();
let round = null;
let more = false;
let forced = false;
let timer = 0;

/** Why nothing is sent now. */
class Stopped extends Error {
  /** @param seconds that the server asks for; nobody comes sooner then */
  constructor(state, seconds = 0) {
    super(state);
    this.state = state;
    this.seconds = seconds;
  }
}

/** One of: idle, sending, offline (nobody answers), busy (the server asks to wait), login. */
export let state = 'idle';

function show(next) {
  state = next;
  listeners.forEach((it) => it());
}

function say(next) {
  show(next);
  others?.postMessage(next);
}

others?.addEventListener('message', (event) => show(event.data));

export function onState(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Between attempts of all tabs; a server that asked for time gets it. */
function pause() {
  return JSON.parse(localStorage.getItem(PAUSE) ?? '{"until": 0, "failures": 0, "asked": false, "state": "idle"}');
}

function rest({ state: why, seconds }) {
  const failures = pause().failures + 1;
  const own = Math.min(FIRST_PAUSE * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE);
  const until = Date.now() + Math.max(own, seconds * 1_000);
  localStorage.setItem(PAUSE, JSON.stringify({ until, failures, asked: seconds > 0, state: why }));
}

function plan() {
  clearTimeout(timer);
  const jitter = Math.random() * 500; // tabs do not all come at once
  timer = setTimeout(() => upload(false).catch(() => {}), Math.max(0, pause().until - Date.now()) + jitter);
}

/** Who is logged in; sets the token's cookie, and tells the time. */
export async function whoAmI() {
  const asked = Date.now();
  const answer = await fetch('/me', { cache: 'no-store', signal: limit() });
  const isOurs = answer.ok && (answer.headers.get('Content-Type') ?? '').startsWith('application/json');
  if (!isOurs) {
    throw new Stopped('offline');
  }
  learn(answer, asked, Date.now());
  const me = await answer.json();
  if (me.login && !me.name) {
    dispatchEvent(new Event('linxi-nobody'));
  }
  return me;
}

function limit() {
  const control = new AbortController();
  setTimeout(() => control.abort(), ANSWER);
  return control.signal;
}

function due(all, me) {
  return all.find((it) => it.state === 'waiting' && isOf(it, me) && !all.some((before) => isAfter(it, before)));
}

async function give(it) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': it.key, ...(it.party ? { 'X-Party': it.party } : {}) };
  const answer = await post(it.path, it.body, headers, limit());
  return meaning(answer, it.shipment);
}

/** @throws Stopped where the next ones need not be tried now */
async function attempt(it) {
  let said = await give(it);
  if (said instanceof Stale) {
    await whoAmI();
    said = await give(it);
  }
  if (said instanceof Sent) {
    await sent(it.seq, said.position);
  } else if (said instanceof Refused) {
    await refused(it.seq, said.problem);
  } else if (said instanceof Nobody) {
    throw new Stopped('login');
  } else if (said instanceof Later && said.fault && (await failed(it.seq))?.faults >= MOST_FAULTS) {
    await refused(it.seq, said.fault); // nothing else shall wait for it for ever
  } else {
    throw new Stopped('busy', said.seconds);
  }
}

async function sendAll(isMyTurn) {
  const me = await whoAmI();
  while (await isMyTurn()) { // each turn sends one, puts one aside, or stops
    const next = due(await entries(), me);
    if (!next) {
      break;
    }
    say('sending');
    const it = await trying(next.seq);
    if (it) {
      await attempt(it);
      localStorage.removeItem(PAUSE);
    }
  }
  const foreign = (await entries()).some((it) => it.state === 'waiting' && isOf(it, here()) && !isOf(it, me));
  say(foreign ? 'login' : 'idle');
}

/** Whose page this is: the account as /me names it, and the person as people do. */
export function here() {
  const { withLogin, account, person, organisation } = document.getElementById('outbox-bar').dataset;
  return { login: withLogin === 'true', name: account ?? null, person: person ?? null, organisation: organisation ?? null };
}

async function once() {
  const waiting = (await entries()).some((it) => it.state === 'waiting' && isOf(it, here()));
  const { until, asked, state: why } = pause();
  const early = until > Date.now() && (asked || !forced);
  forced = false;
  if (!waiting) {
    return;
  }
  if (early) {
    show(why);
    plan();
    return;
  }
  try {
    await alone(sendAll);
  } catch (failure) {
    const stopped = failure instanceof Stopped ? failure : new Stopped('offline');
    say(stopped.state);
    if (stopped.state !== 'login') {
      rest(stopped);
      plan();
    }
  }
}

/** @param force not to wait for the next attempt; whoever calls while one goes on is served after it */
export async function upload(force = true) {
  forced ||= force;
  more = true;
  round ??= (async () => {
    try {
      while (more) { // ends: each call asks for one more
        more = false;
        await once();
      }
    } finally {
      round = null;
    }
  })();
  return round;
}

setInterval(() => upload(false).catch(() => {}), LOOK);
addEventListener('online', () => upload().catch(() => {}));

/** The time of now for the body of an entry. */
export function at(since) {
  return new Date(now(since)).toISOString();
}
