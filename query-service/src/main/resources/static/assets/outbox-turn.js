// One sender at a time, however many tabs there are.
import { uuid } from './uuid.js';
import { result, within } from './outbox-store.js';

const NAME = 'linxi-outbox';
const LEASE = 60_000; // longer than the longest request
const me = uuid();

/** True for whoever holds the turn, or takes one that nobody holds; transactions of tabs come one after another. */
function take() {
  return within('turns', 'readwrite', async (store) => {
    const held = await result(store.get(NAME));
    const mine = !held || held.by === me || held.until < Date.now();
    if (mine) {
      await result(store.put({ by: me, until: Date.now() + LEASE }, NAME));
    }
    return mine;
  });
}

function giveBack() {
  return within('turns', 'readwrite', async (store) => {
    const held = await result(store.get(NAME));
    if (held?.by === me) {
      await result(store.delete(NAME));
    }
  });
}

/** Where there are no locks (plain HTTP from another machine, old browsers); a tab that died gives way after a minute. */
async function byLease(work) {
  for (const deadline = Date.now() + 2 * LEASE; !await take();) {
    if (Date.now() > deadline) {
      return;
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  try {
    await work(take);
  } finally {
    await giveBack();
  }
}

/** @param work gets a function that it calls before each request: false where the turn went to another tab */
export async function alone(work) {
  if (navigator.locks) {
    await navigator.locks.request(NAME, () => work(async () => true));
  } else {
    await byLease(work);
  }
}
