// Opening a settlement: while one chooses, the server says what it would come to and who would get it.
import { commanding, whole } from './command.js';
import { Refusal, send } from './frame.js';

const CALM = 300; // ms without another change
const form = document.querySelector('[data-settle]');
const texts = document.getElementById('settle-texts').dataset;

function chosen() {
  return [...form.querySelectorAll('[name=shipment]')];
}

/** Percent and yuan both have two places: basis points and fen. */
function deductions() {
  return [...form.querySelectorAll('[data-kind]')]
    .map((it) => {
      const field = (name) => it.querySelector(`[name=${name}]`).value;
      const evidence = field('evidence').trim();
      return { kind: it.dataset.kind, [field('as')]: whole(field('amount'), 100), ...(evidence ? { evidence } : {}) };
    })
    .filter((it) => it.fen > 0 || it.basisPoints > 0);
}

function body() {
  const shipments = chosen().filter((it) => it.checked).map((it) => it.value);
  if (shipments.length === 0) {
    throw new Error(texts.none);
  }
  return { origin: form.dataset.origin, market: form.dataset.market, shipments, deductions: deductions() };
}

/** Fen as yuan, to the last fen. */
function money(fen, pattern) {
  const all = Math.abs(fen);
  const yuan = Math.floor(all / 100).toLocaleString('en-US') + '.' + String(all % 100).padStart(2, '0');
  return pattern.replace('{0}', (fen < 0 ? '-' : '') + yuan);
}

function preview(card) {
  const at = (part) => card.querySelector(`[data-preview-${part}]`);
  const put = (cell, amount) => { cell.textContent = money(amount.fen, card.dataset.money); };
  const rows = (kind, amounts) => {
    for (const row of card.querySelectorAll(`[data-preview-${kind}]`)) {
      const amount = amounts[row.getAttribute(`data-preview-${kind}`)];
      row.hidden = amount === undefined;
      if (amount) {
        put(row.querySelector('.number'), amount);
      }
    }
  };
  const fail = (message) => {
    at('problem').textContent = message;
    at('problem').hidden = !message;
    card.querySelector('[data-figures]').hidden = Boolean(message);
    at('hint').hidden = Boolean(message);
  };
  const show = (answer) => {
    put(at('gross'), answer.gross);
    put(at('net'), answer.net);
    put(at('unattributed'), answer.unattributed);
    rows('deduction', Object.fromEntries(answer.deductions.map((it) => [it.kind, { fen: -it.amount.fen }])));
    rows('path', answer.attributed);
    fail('');
  };
  let turn = 0;
  return async () => {
    const mine = ++turn;
    try {
      const party = form.dataset.party;
      const answer = await send('/api/settlements/preview', body(), party ? { 'X-Party': party } : {});
      if (mine === turn) {
        show(answer);
      }
    } catch (failure) {
      if (mine === turn) {
        fail(failure instanceof Refusal || failure.message === texts.none ? failure.message : texts.away);
      }
    }
  };
}

if (form) {
  const look = preview(form.querySelector('[data-preview]'));
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, CALM);
  };
  form.addEventListener('input', soon);
  form.querySelector('[data-all]').addEventListener('click', () => {
    const all = chosen();
    const some = all.some((it) => !it.checked);
    all.forEach((it) => { it.checked = some; });
    soon();
  });
  commanding(form, '/api/settlements', body, (answer) => location.assign('/settlements/' + encodeURIComponent(answer.id)));
  look();
}
