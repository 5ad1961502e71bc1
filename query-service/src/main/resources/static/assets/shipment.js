// The forms on the page of one shipment.
import { commanding, fields, need, shown, whole } from './command.js';
import { dispatchOf, dispatching } from './outbox-form.js';
import { undoable } from './undo.js';

const KINDS = ['short', 'rejected', 'lost', 'over'];
const id = document.getElementById('shipment').dataset.id;
const receive = document.querySelector('[data-receive]');

function quantity(amount, line) {
  return { amount, unit: line.dataset.unit };
}

/** What the fields of one line say, in base units. */
function amountsOf(line) {
  const scale = Number(line.dataset.scale);
  return Object.fromEntries([...line.querySelectorAll('input')].map((it) => [it.name, whole(it.value, scale)]));
}

/** As they say, and what is in none of them was accepted. */
function told(line) {
  const amounts = amountsOf(line);
  const load = Number(line.dataset.left);
  const over = amounts.over ?? 0;
  return { ...amounts, accepted: load + over - (amounts.short ?? 0) - (amounts.rejected ?? 0) - (amounts.lost ?? 0) };
}

function stated(line, reason, amounts = told(line)) {
  need(amounts.accepted >= 0, 'toomuch');
  const body = { lot: line.dataset.lot, accepted: quantity(amounts.accepted, line) };
  for (const kind of KINDS.filter((it) => amounts[it])) {
    body[kind] = quantity(amounts[kind], line);
    body.reason = reason;
  }
  return body;
}

function lines(form) {
  return [...form.querySelectorAll('[data-line]')];
}

function isChanged(line) {
  const scale = Number(line.dataset.scale);
  return [...line.querySelectorAll('input')].some((it) => whole(it.value, scale) !== whole(it.defaultValue, scale));
}

const builds = {
  all: (form) => ({
    lines: lines(form)
      .filter((it) => Number(it.dataset.left) > 0)
      .map((it) => ({ lot: it.dataset.lot, accepted: quantity(Number(it.dataset.left), it) })),
  }),
  some: (form) => {
    const said = lines(form).map((it) => stated(it, form.elements.reason.value));
    need(said.some((it) => it.reason), 'nothing');
    return { lines: said };
  },
  /** What came so far; the rest is spoken of later. */
  part: (form) => {
    const said = lines(form).filter((it) => Object.values(amountsOf(it)).some((amount) => amount > 0));
    need(said.length > 0, 'nothingyet');
    return { lines: said.map((it) => stated(it, form.elements.reason.value || undefined, amountsOf(it))), final: false };
  },
  back: (form) => {
    const back = lines(form).filter((it) => amountsOf(it).quantity > 0);
    need(back.length > 0, 'nothingyet');
    return { lines: back.map((it) => ({ lot: it.dataset.lot, quantity: quantity(amountsOf(it).quantity, it) })) };
  },
  correction: (form) => {
    const changed = lines(form).filter(isChanged);
    need(changed.length > 0, 'unchanged');
    const reason = form.elements.reason.value;
    return { lines: changed.map((it) => stated(it, reason)), reason };
  },
};

/** A dispatch can wait in this browser; it is said once. */
function queuedDispatch(form) {
  const waits = () => {
    form.hidden = true;
    form.nextElementSibling.hidden = false;
  };
  dispatching(form, id, form.dataset.since, async (it) => {
    if (it.state === 'waiting') {
      waits();
    } else {
      await shown(it.position);
      location.assign(location.pathname);
    }
  });
  dispatchOf(id).then((it) => it && waits());
}

const dispatch = document.querySelector('form[data-command=dispatch]');
if (dispatch) {
  queuedDispatch(dispatch);
}

for (const form of document.querySelectorAll('form[data-command]:not([data-command=dispatch])')) {
  const path = `/api/shipments/${id}/${form.dataset.command}`;
  const hold = receive?.contains(form) ? (work) => undoable(receive, form, work) : undefined;
  commanding(form, path, builds[form.dataset.build] ?? fields, () => location.assign(location.pathname), hold);
}

for (const line of document.querySelectorAll('fieldset[data-line]:has([data-accepted])')) {
  const show = () => {
    const accepted = told(line).accepted;
    line.querySelector('[data-accepted]').textContent = accepted / Number(line.dataset.scale);
    line.classList.toggle('wrong', accepted < 0);
  };
  line.addEventListener('input', show);
  show();
}

if (receive) {
  const all = receive.querySelector('#receive-all');
  const some = receive.querySelector('#receive-some');
  receive.querySelector('[data-all]').addEventListener('click', () => {
    some.hidden = true;
    all.hidden = false;
    all.requestSubmit();
  });
  for (const button of receive.querySelectorAll('[data-open]')) {
    button.addEventListener('click', () => {
      all.hidden = true;
      some.hidden = false;
      receive.querySelectorAll('[data-open]').forEach((it) => it.setAttribute('aria-expanded', it === button));
      some.querySelector(`[name=${button.dataset.open}]`).focus();
    });
  }
}
