// What was entered in this browser and is not on the server yet, in IndexedDB. An entry leaves when the server has it,
// or by the hand of whoever made it; never by itself. Numbers only go up: they are the order in which entries are sent.
const NAME = 'linxi-outbox';
const VERSION = 1;
const SENT_KEPT = 20;
const OPENING = 5_000; // some browsers never say that they cannot
export const MOST = 500;

const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null;
const listeners = new Set();
let opening;

/** There is no room for another entry. */
export class Full extends Error {}

/** It was sent meanwhile, or may have been: it can no longer be changed. */
export class TooLate extends Error {}

/** Calls the listener after every change, in whichever tab it was made; returns what ends that. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed() {
  listeners.forEach((it) => it());
  others?.postMessage('changed');
}

others?.addEventListener('message', () => listeners.forEach((it) => it()));

function upgrade(database, from) {
  if (from < 1) {
    database.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
    database.createObjectStore('turns');
  }
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the browser does not open its store')), OPENING);
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = (event) => upgrade(request.result, event.oldVersion);
    request.onblocked = () => reject(new Error('another tab holds an older version'));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close(); // a newer page has to change the form of it
      database.onclose = () => { opening = undefined; };
      resolve(database);
    };
  }).catch((failure) => {
    opening = undefined;
    throw failure;
  });
  return opening;
}

export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Does all of it or nothing; when this is over, it is on the disk. */
export async function within(store, mode, work) {
  const transaction = (await open()).transaction(store, mode, { durability: 'strict' });
  const over = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  over.catch(() => {}); // is told below, unless the work itself failed
  try {
    const found = await work(transaction.objectStore(store));
    await over;
    return found;
  } catch (failure) {
    try {
      transaction.abort();
    } catch {
      // it was over
    }
    throw failure;
  }
}

/** All, oldest first; those that are sent as well, as far as they are kept. */
export function entries() {
  return within('entries', 'readonly', (store) => result(store.getAll()));
}

export function entry(seq) {
  return within('entries', 'readonly', (store) => result(store.get(seq)));
}

export function isWaiting(it) {
  return it.state !== 'sent';
}

/** What may have arrived is not changed: nobody knows yet which of both is recorded. */
export function isMendable(it) {
  return it?.state === 'refused' || (it?.state === 'waiting' && it.tries === 0);
}

/** Whether it is of this account, or of the times without logins. */
export function isOf(it, who) {
  return it.account === (who.login ? who.name ?? '' : null) && it.organisation === (who.login ? who.organisation : null);
}

/** Of whom an entry is, for people to read; null of the times without logins. */
export function owner(it) {
  return it.person ?? it.account;
}

/** @throws Full */
export async function add(it) {
  const added = await within('entries', 'readwrite', async (store) => {
    const waiting = (await result(store.getAll())).filter(isWaiting);
    if (waiting.length >= MOST) {
      throw new Full();
    }
    const made = { ...it, state: 'waiting', tries: 0, faults: 0, problem: null };
    return { ...made, seq: await result(store.add(made)) };
  });
  changed();
  return added;
}

/** Changes one if it is still there and {@code may} be changed; null where it is not. */
async function update(seq, may, changes) {
  const updated = await within('entries', 'readwrite', async (store) => {
    const it = await result(store.get(seq));
    if (!it || !may(it)) {
      return null;
    }
    const next = { ...it, ...changes(it) };
    await result(store.put(next));
    return next;
  });
  if (updated) {
    changed();
  }
  return updated;
}

/** The same entry, in its place and under its key, with other contents: what was refused left nothing. */
export async function mend(seq, contents = {}) {
  const mended = await update(seq, isMendable, () => ({ ...contents, state: 'waiting', tries: 0, faults: 0, problem: null }));
  if (!mended) {
    throw new TooLate();
  }
  return mended;
}

/** Before it is sent, so that whoever wakes up after a crash knows that it may have arrived. */
export function trying(seq) {
  return update(seq, (it) => it.state === 'waiting', (it) => ({ tries: it.tries + 1 }));
}

export function refused(seq, problem) {
  return update(seq, (it) => it.state === 'waiting', () => ({ state: 'refused', problem }));
}

export function failed(seq) {
  return update(seq, (it) => it.state === 'waiting', (it) => ({ faults: it.faults + 1 }));
}

/** Some stay to be looked at again; of each account the newest. */
export async function sent(seq, position) {
  await update(seq, isWaiting, () => ({ state: 'sent', position, sentAt: Date.now(), problem: null }));
  await within('entries', 'readwrite', async (store) => {
    const all = await result(store.getAll());
    const account = all.find((it) => it.seq === seq)?.account;
    const old = all.filter((it) => it.state === 'sent' && it.account === account).slice(0, -SENT_KEPT);
    await Promise.all(old.map((it) => result(store.delete(it.seq))));
  });
}

/** With those that come after it on the same shipment: without it they are about nothing. */
export async function remove(seq) {
  await within('entries', 'readwrite', async (store) => {
    const it = await result(store.get(seq));
    if (it && !isMendable(it)) {
      throw new TooLate();
    }
    const all = await result(store.getAll());
    const gone = it ? all.filter((one) => one.seq === seq || isAfter(one, it)) : [];
    await Promise.all(gone.map((one) => result(store.delete(one.seq))));
  });
  changed();
}

/** Whether it has to wait for the other one: a dispatch for what is dispatched. */
export function isAfter(it, before) {
  return isWaiting(it) && isWaiting(before) && it.seq > before.seq && it.shipment === before.shipment;
}
