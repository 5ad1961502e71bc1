// Forms whose commands are kept in this browser first and sent as soon as there is a way.
import { Full, TooLate, add, entries, entry, isWaiting, mend, onChange } from './outbox-store.js';
import { at, here, onState, state, upload } from './outbox-send.js';
import { command, pressing } from './command.js';
import { uuid } from './uuid.js';

const PATIENCE = 2_000; // of somebody who pressed a button
const texts = document.getElementById('outbox-bar').dataset;

/** The entry as soon as there is an answer, or as it is when there will be none soon. */
export function settled(seq) {
  return new Promise((resolve, reject) => {
    const ends = [];
    const look = async (always) => {
      try {
        const it = await entry(seq);
        if (always || it?.state !== 'waiting') {
          ends.forEach((end) => end());
          resolve(it);
        }
      } catch (failure) {
        reject(failure);
      }
    };
    const timer = setTimeout(() => look(true), PATIENCE);
    ends.push(() => clearTimeout(timer), onChange(() => look(false)));
    ends.push(onState(() => look(['offline', 'busy', 'login'].includes(state))));
  });
}

/** Where what was refused is changed, it keeps its number, its key and when it happened, unless that was what is wrong. */
async function saved(seq, made) {
  const old = seq ? await entry(seq) : null;
  const shipment = old?.shipment ?? made.shipment;
  const time = old && !old.problem?.fields.includes('at') ? old.at : at(made.since);
  const id = made.kind === 'log' ? { id: shipment } : {};
  const contents = {
    body: JSON.stringify({ ...id, ...made.body, at: time }),
    at: time,
    values: made.values,
    said: made.said,
    party: made.party ?? null,
  };
  if (seq) {
    return mend(seq, contents);
  }
  const { login, name, person, organisation } = here();
  const whose = login ? { account: name, person, organisation } : { account: null, organisation: null };
  return add({ key: uuid(), kind: made.kind, shipment, path: made.path, ...whose, ...contents });
}

/** Null where the browser keeps nothing. */
async function savedHere(seq, made) {
  try {
    const it = await saved(seq, made);
    navigator.storage?.persist?.().catch(() => {}); // asked for; where it is refused the browser may clear up some day
    return it;
  } catch (failure) {
    if (failure instanceof Full || failure instanceof TooLate) {
      throw new Error(failure instanceof Full ? texts.full : texts.toolate);
    }
    return null;
  }
}

/** A refusal in words. */
export function words(problem) {
  return [problem.detail, ...problem.details].join(' ');
}

/**
 * @param make of what the form says: kind, shipment, path, body, values to fill in again, words to show, party, since
 * @param outcome gets the entry, waiting or sent; what is refused at once is explained in the form and sent by it again
 */
export function queueing(form, make, outcome) {
  pressing(form, async () => {
    const made = make(form);
    const it = await savedHere(Number(form.dataset.seq ?? 0), made);
    if (it === null) {
      const { id, position } = await command(made.path, made.body, made.party);
      await outcome({ ...made, shipment: id, position, state: 'sent' });
      return;
    }
    form.dataset.seq = it.seq;
    upload().catch(() => {}); // it is told by what becomes of the entry
    const now = await settled(it.seq);
    if (now?.state === 'refused') {
      throw new Error(words(now.problem));
    }
    await outcome(now);
  });
}

/** The form of a dispatch. @param since of the event before it */
export function dispatching(form, shipment, since, outcome) {
  queueing(form, () => {
    const vehicle = form.elements.vehicle.value.trim();
    return {
      kind: 'dispatch',
      shipment,
      path: `/api/shipments/${encodeURIComponent(shipment)}/dispatch`,
      body: vehicle ? { vehicle } : {},
      values: { vehicle },
      said: vehicle ? [vehicle] : [],
      party: form.dataset.party,
      since: (Date.parse(since) || 0) + 1, // a part of a millisecond may have been lost
    };
  }, outcome);
}

/** The dispatch of a shipment that waits already, if there is one. */
export async function dispatchOf(shipment) {
  const all = await entries().catch(() => []); // a browser that keeps nothing keeps none
  return all.find((it) => it.kind === 'dispatch' && it.shipment === shipment && isWaiting(it));
}
