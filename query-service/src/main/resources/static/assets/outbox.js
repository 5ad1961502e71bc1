// 待上传: what this browser holds, oldest first, with why it waits and what can be done.
import { entries, isAfter, isMendable, isOf, isWaiting, mend, onChange, owner, remove } from './outbox-store.js';
import { here, onState, state, upload } from './outbox-send.js';
import { dispatchOf, dispatching, words } from './outbox-form.js';
import { canKeep } from './outbox-copies.js';

const page = document.getElementById('outbox');
const texts = page.dataset;
const part = (name, within = page) => within.querySelector(`[data-${name}]`);

function time(it) {
  return new Date(it).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai', hour12: false });
}

function stateOf(it, all) {
  if (it.state === 'waiting' && all.some((before) => isAfter(it, before))) {
    return texts.after;
  }
  return it.state === 'waiting' && it.tries > 0 ? texts.unknown : texts[it.state];
}

async function again(it) {
  await mend(it.seq);
  await upload();
}

/** A log is mended in its form, a dispatch here. */
function offerMending(card, it) {
  const link = part('mend', card);
  link.hidden = it.kind !== 'log' || !isMendable(it);
  link.href = '/shipments/new#mend=' + it.seq;
  const retry = part('retry', card);
  retry.hidden = it.state !== 'refused';
  retry.addEventListener('click', () => again(it));
  part('remove', card).hidden = !isMendable(it);
  part('really', card).addEventListener('click', () => remove(it.seq).then(drawn, drawn)); // the list shows it where it was sent meanwhile
}

async function offerDispatch(card, it) {
  const isLogged = it.kind === 'log' && !await dispatchOf(it.shipment);
  const form = part('dispatch', card);
  const mends = it.kind === 'dispatch' && isMendable(it);
  part('dispatching', card).hidden = !isLogged && !mends;
  if (it.party) {
    form.dataset.party = it.party;
  }
  if (mends) {
    form.dataset.seq = it.seq;
    form.elements.vehicle.value = it.values.vehicle;
    part('summary', card).textContent = texts.mend;
  }
  dispatching(form, it.shipment, it.at, draw);
}

async function card(it, all) {
  const made = part('entry').content.cloneNode(true).firstElementChild;
  made.dataset.seq = it.seq;
  made.classList.add(it.state);
  part('kind', made).textContent = texts[it.kind];
  part('state', made).textContent = stateOf(it, all);
  part('id', made).textContent = it.shipment;
  part('said', made).textContent = it.said.join(' · ');
  part('at', made).textContent = time(it.at);
  if (it.problem) {
    part('why', made).textContent = words(it.problem);
    part('why', made).hidden = false;
  }
  offerMending(made, it);
  await offerDispatch(made, it);
  return made;
}

function sentLine(it) {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = '/shipments/' + encodeURIComponent(it.shipment);
  link.className = 'reach';
  link.textContent = it.shipment;
  line.append(link, ` ${texts[it.kind]} · ${time(it.sentAt)}`);
  return line;
}

function foreignLine([account, theirs]) {
  const line = document.createElement('li');
  line.textContent = texts.foreign.replace('{0}', theirs).replace('{1}', account);
  return line;
}

function list(name, lines) {
  part(name).replaceChildren(...lines);
  part(name).closest('section').hidden = lines.length === 0;
}

/** Whoever is typing, or about to delete, is not disturbed. */
function isBusy() {
  return page.querySelector('[data-list] details[open]') !== null;
}

let drawing = 0;

async function draw() {
  const mine = ++drawing;
  const all = await entries();
  const own = all.filter((it) => isOf(it, here()));
  const waiting = own.filter(isWaiting);
  const foreign = new Map();
  for (const it of all.filter((one) => isWaiting(one) && !isOf(one, here()))) {
    const whose = owner(it) ?? texts.nobody;
    foreign.set(whose, (foreign.get(whose) ?? 0) + 1);
  }
  const cards = await Promise.all(waiting.map((it) => card(it, waiting)));
  if (mine !== drawing) {
    return;
  }
  part('list').replaceChildren(...cards);
  part('none').hidden = waiting.length > 0;
  part('upload').hidden = waiting.length === 0;
  list('sent-list', own.filter((it) => !isWaiting(it)).reverse().map(sentLine));
  list('foreign-list', [...foreign].map(foreignLine));
}

function tell() {
  part('now').textContent = document.getElementById('outbox-bar').dataset[state] ?? '';
}

/** Where the worker was asked for a page of which it has no copy. */
function missing() {
  try {
    const wanted = new URL(decodeURIComponent(location.hash.substring(1)), location.origin);
    return location.hash && wanted.origin === location.origin ? wanted.pathname + wanted.search : null;
  } catch {
    return null;
  }
}

const wanted = missing();
if (wanted) {
  part('missing').hidden = false;
  part('missing-page').href = wanted;
  part('missing-page').textContent = wanted;
}
part('no-copies').hidden = canKeep;
part('upload').addEventListener('click', () => upload().catch(() => {})); // the bar says what became of it
const drawn = () => draw().catch(() => { part('unusable').hidden = false; });
const drawnIfFree = () => !isBusy() && drawn();
onChange(drawnIfFree);
part('list').addEventListener('toggle', drawnIfFree, true);
onState(tell);
tell();
drawn();
