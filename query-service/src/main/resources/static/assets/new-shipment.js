// Logging a shipment: what belongs to the chosen product is shown, the rest neither shown nor sent.
import { commanding, need } from './command.js';

const form = document.querySelector('[data-new]');

function choose(product) {
  for (const group of form.querySelectorAll('[data-product]')) {
    group.hidden = group.disabled = group.dataset.product !== product;
  }
  form.querySelector('[data-choose]').hidden = true;
  const lots = form.querySelectorAll(`[data-product="${CSS.escape(product)}"] [name=lot]:enabled`);
  if (lots.length === 1) {
    lots[0].checked = true;
  }
}

function body() {
  const lot = form.querySelector('[name=lot]:checked:enabled');
  need(lot, 'nolot');
  const said = new FormData(form);
  if (form.dataset.login === 'false') {
    form.dataset.party = lot.dataset.origin;
  }
  return {
    origin: lot.dataset.origin,
    market: said.get('market'),
    channel: said.get('channel'),
    lines: [{
      lot: lot.value,
      quantity: { amount: Number(said.get('amount')), unit: said.get('unit') },
      price: { fen: Math.round(Number(said.get('price')) * 100), per: said.get('per') },
    }],
  };
}

function done(answer) {
  const shown = document.querySelector('[data-done]');
  shown.querySelector('[data-number]').textContent = answer.id;
  shown.querySelector('[data-open]').href = '/shipments/' + encodeURIComponent(answer.id);
  form.hidden = true;
  shown.hidden = false;
  shown.focus();
}

if (form) {
  form.addEventListener('change', (event) => event.target.name === 'product' && choose(event.target.value));
  const chosen = form.querySelector('[name=product]:checked');
  if (chosen) {
    choose(chosen.value);
  }
  commanding(form, '/api/shipments', body, done);
}
