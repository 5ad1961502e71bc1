// Logging a shipment: what belongs to the chosen product is shown, the rest neither shown nor sent. It is kept in this
// browser first. #mend=5 changes what was refused, #again=5 begins another one like it.
import { need, shown } from './command.js';
import { entry, isMendable, isOf, onChange } from './outbox-store.js';
import { here, whoAmI } from './outbox-send.js';
import { dispatchOf, dispatching, queueing, words } from './outbox-form.js';
import { shipmentNumber } from './uuid.js';
import { now } from './outbox-clock.js';

const FIELDS = ['product', 'lot', 'amount', 'unit', 'price', 'per', 'market', 'channel'];
const SAME_AGAIN = ['product', 'unit', 'per', 'market', 'channel'];

const form = document.querySelector('[data-new]');
const card = document.querySelector('[data-done]');

function choose(product) {
  for (const group of form.querySelectorAll('[data-product]')) {
    group.hidden = group.disabled = group.dataset.product !== product;
  }
  form.querySelector('[data-choose]').hidden = true;
  const lots = form.querySelectorAll(`[data-product="${CSS.escape(product)}"] [name=lot]:enabled`);
  if (lots.length === 1) {
    lots[0].checked = true;
  }
  for (const name of ['unit', 'per']) { // all of a name are one group, whatever product they are of
    const usual = form.querySelector(`[name=${name}]:enabled`);
    usual.checked ||= !form.querySelector(`[name=${name}]:checked:enabled`);
  }
}

/** What is no longer there to choose stays open. */
function fill(values, names) {
  for (const name of names) {
    const wanted = values[name] ?? '';
    const choices = [...form.querySelectorAll(`[name=${name}]`)];
    const choice = choices.find((it) => it.type === 'radio' && it.value === wanted && !it.matches(':disabled'));
    if (choice) {
      choice.checked = true;
    } else if (choices[0].type !== 'radio') {
      choices[0].value = wanted;
    }
    if (name === 'product' && choice) {
      choose(wanted);
    }
  }
}

function label(name) {
  return form.querySelector(`[name=${name}]:checked:enabled ~ span`)?.firstChild.textContent ?? '';
}

function make() {
  const lot = form.querySelector('[name=lot]:checked:enabled');
  need(lot, 'nolot');
  const said = new FormData(form);
  const market = form.elements.market.selectedOptions[0];
  return {
    kind: 'log',
    shipment: shipmentNumber(now()),
    path: '/api/shipments',
    body: {
      origin: lot.dataset.origin,
      market: said.get('market'),
      channel: said.get('channel'),
      lines: [{
        lot: lot.value,
        quantity: { amount: Number(said.get('amount')), unit: said.get('unit') },
        price: { fen: Math.round(Number(said.get('price')) * 100), per: said.get('per') },
      }],
    },
    values: Object.fromEntries(FIELDS.map((it) => [it, said.get(it)])),
    said: [
      `${label('product')} ${lot.value}`,
      `${said.get('amount')} ${label('unit')}`,
      `${said.get('price')} ${card.dataset.yuan}/${label('per')}`,
      market.textContent,
      label('channel'),
    ],
    party: form.dataset.login === 'false' ? lot.dataset.origin : undefined,
  };
}

/** Code and labels, which the server makes: not before it has the shipment. */
function offerLabels(shipment) {
  const papers = card.querySelector('[data-after-saving]');
  const id = encodeURIComponent(shipment);
  papers.querySelector('[data-qr]').src = `/codes/S.${id}.svg`;
  for (const link of papers.querySelectorAll('[data-labels]')) {
    link.href = `/shipments/${id}/labels.pdf?size=${link.dataset.labels}`;
  }
  papers.hidden = false;
}

/** Says where it is: here, or on the server, or back in the form. */
async function show(it) {
  card.querySelector('[data-said]').textContent = card.dataset[it.state];
  card.classList.toggle('waiting', it.state === 'waiting');
  if (it.state !== 'sent') {
    return;
  }
  await shown(it.position);
  const open = card.querySelector('[data-open]');
  open.href = '/shipments/' + encodeURIComponent(it.shipment);
  open.hidden = false;
  offerLabels(it.shipment);
}

async function offerDispatch(it) {
  const dispatch = card.querySelector('[data-dispatch]');
  if (form.dataset.login === 'false') {
    dispatch.dataset.party = it.party;
  }
  dispatch.hidden = Boolean(await dispatchOf(it.shipment));
  dispatching(dispatch, it.shipment, it.at ?? null, (sent) => {
    dispatch.hidden = true;
    const done = card.querySelector('[data-dispatched]');
    done.textContent = done.dataset[sent.state];
    done.hidden = false;
  });
}

/** Goes on looking at an entry that waits: it may be sent, or come back. */
function follow(it) {
  const look = async () => {
    const newer = await entry(it.seq);
    if (newer?.state === 'refused' && !card.hidden) {
      card.hidden = true;
      begin(newer);
    } else if (newer?.state === 'sent') {
      stop();
      await show(newer);
    }
  };
  const stop = onChange(look);
  return look();
}

async function done(it) {
  await show(it);
  await offerDispatch(it);
  card.querySelector('[data-number]').textContent = it.shipment;
  card.querySelector('[data-again]').hash = it.seq ? 'again=' + it.seq : '';
  form.hidden = true;
  card.hidden = false;
  card.focus();
  if (it.state === 'waiting') {
    await follow(it);
  }
}

/** Puts a refused entry into the form again, with why. */
function begin(it) {
  form.hidden = false;
  form.dataset.seq = it.seq;
  fill(it.values, FIELDS);
  if (it.problem) {
    const problem = form.querySelector('[data-problem]');
    problem.textContent = words(it.problem);
    problem.hidden = false;
    problem.scrollIntoView({ block: 'center' });
  }
}

async function byAddress() {
  const asked = /^#(mend|again)=(\d+)$/.exec(location.hash);
  const it = asked && await entry(Number(asked[2])).catch(() => null);
  if (!it || !isOf(it, here())) {
    return;
  }
  if (asked[1] === 'again') {
    fill(it.values, SAME_AGAIN);
  } else if (isMendable(it)) {
    begin(it);
  }
}

if (form) {
  form.addEventListener('change', (event) => event.target.name === 'product' && choose(event.target.value));
  const chosen = form.querySelector('[name=product]:checked');
  if (chosen) {
    choose(chosen.value);
  }
  queueing(form, make, done);
  card.querySelector('[data-again]').addEventListener('click', (event) => {
    event.preventDefault();
    location.hash = event.currentTarget.hash;
    location.reload(); // another fragment alone would load nothing
  });
  await byAddress();
  await whoAmI().catch(() => {}); // for the time of the server; without a network the phone's own
}
