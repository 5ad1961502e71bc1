// A new lot, and who brought it. What is typed outlives a reload, until it is recorded.
import { commanding, whole } from './command.js';

const MOST_ROWS = 300;
const DRAFT = 'linxi-draft /lots/new';
const EXACT = 1_000_000; // parts of a unit that are told apart: a gram of a tonne
const form = document.querySelector('[data-lot]');
const texts = document.getElementById('lot-texts').dataset;

function rows() {
  return [...form.querySelectorAll('.row')].map((element) => ({
    element,
    household: element.querySelector('[data-household]'),
    amount: element.querySelector('[data-amount]'),
  }));
}

function add(household = '', amount = '') {
  if (rows().length >= MOST_ROWS) {
    throw new Error(texts.many);
  }
  const row = form.querySelector('[data-row]').content.firstElementChild.cloneNode(true);
  row.querySelector('[data-household]').value = household;
  row.querySelector('[data-amount]').value = amount;
  form.querySelector('[data-rows]').append(row);
  return row;
}

/** Rows in which anything stands. */
function filled() {
  return rows().filter((it) => it.household.value.trim() || it.amount.value);
}

function value(name) {
  return new FormData(form).get(name) ?? '';
}

function choose(product) {
  for (const group of form.querySelectorAll('fieldset[data-product]')) {
    group.hidden = group.disabled = group.dataset.product !== product;
  }
  form.querySelector('[data-choose]').hidden = true;
  // All units are one group: in all of the fieldsets together one alone is chosen.
  const units = [...form.querySelectorAll('[name=unit]:enabled')];
  (units.find((it) => it.checked) ?? units[0]).checked = true;
}

function difference() {
  const sum = filled().reduce((so, it) => so + whole(it.amount.value, EXACT), 0);
  return { sum, left: whole(form.elements.quantity.value, EXACT) - sum };
}

function showSum() {
  const line = form.querySelector('[data-sum]');
  line.hidden = filled().length === 0;
  const { sum, left } = difference();
  const pattern = left === 0 ? line.dataset.right : left > 0 ? line.dataset.less : line.dataset.more;
  line.textContent = pattern.replace('{0}', sum / EXACT).replace('{1}', Math.abs(left) / EXACT);
  line.classList.toggle('problem', left !== 0);
}

function remember() {
  sessionStorage.setItem(DRAFT, JSON.stringify({
    product: value('product'),
    unit: value('unit'),
    quantity: value('quantity'),
    id: value('id'),
    rows: filled().map((it) => [it.household.value, it.amount.value]),
  }));
}

function tick(name, wanted) {
  const found = [...form.querySelectorAll(`[name=${name}]:enabled`)].find((it) => it.value === wanted);
  if (found) {
    found.checked = true;
  }
  return found;
}

function restore() {
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}');
  form.elements.quantity.value ||= draft.quantity ?? '';
  form.elements.id.value ||= draft.id ?? '';
  if (tick('product', draft.product)) {
    choose(draft.product);
    tick('unit', draft.unit);
  }
  for (const [household, amount] of draft.rows ?? []) {
    add(household, amount);
  }
}

function contributions(unit) {
  const said = filled();
  const half = said.find((it) => !it.household.value.trim() || !(Number(it.amount.value) > 0));
  half?.household.focus();
  fail(half, texts.half);
  const keys = said.map((it) => it.household.value.trim());
  const twice = keys.find((it, at) => keys.indexOf(it) !== at);
  fail(twice, texts.twice.replace('{0}', twice));
  fail(said.length > 0 && difference().left !== 0, texts.sum);
  return said.map((it, at) => ({ household: keys[at], quantity: { amount: Number(it.amount.value), unit } }));
}

function fail(wrong, text) {
  if (wrong) {
    throw new Error(text);
  }
}

function body() {
  const unit = value('unit');
  const id = value('id').trim();
  if (form.dataset.login === 'false') {
    form.dataset.party = value('origin');
  }
  return {
    ...(id ? { id } : {}),
    origin: value('origin'),
    product: value('product'),
    quantity: { amount: Number(value('quantity')), unit },
    producedAt: value('produced') + ':00+08:00',
    contributions: contributions(unit),
  };
}

function done(answer) {
  sessionStorage.removeItem(DRAFT);
  const id = encodeURIComponent(answer.id);
  location.assign(form.dataset.back ? `${form.dataset.back}#lot=${id}` : `/lots/${id}`);
}

/** A column of keys and a column of quantities, as a spreadsheet gives them. */
function paste(event) {
  const text = event.clipboardData?.getData('text') ?? '';
  if (!event.target.matches('[data-household]') || !/[\t\n]/.test(text)) {
    return;
  }
  event.preventDefault();
  event.target.closest('.row').remove();
  attempt(() => {
    for (const line of text.split(/\r?\n/).filter((it) => it.trim())) {
      const [household, amount = ''] = line.trim().split(/[\t ,;]+/);
      add(household, amount);
    }
  });
  showSum();
  remember();
}

function attempt(action) {
  const problem = form.querySelector('[data-problem]');
  problem.hidden = true;
  try {
    return action();
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
    return null;
  }
}

if (form) {
  restore();
  if (rows().length === 0) {
    add();
  }
  showSum();
  form.addEventListener('change', (event) => event.target.name === 'product' && choose(event.target.value));
  form.addEventListener('input', () => { showSum(); remember(); });
  form.addEventListener('paste', paste);
  form.addEventListener('click', (event) => {
    const more = event.target.closest('[data-add]');
    const less = event.target.closest('[data-remove]');
    if (more) {
      const first = attempt(() => [...Array(Number(more.dataset.add))].map(() => add())[0]);
      first?.querySelector('[data-household]').focus();
    } else if (less) {
      less.closest('.row').remove();
      form.querySelector('[data-add]').focus();
      showSum();
      remember();
    }
  });
  commanding(form, '/api/lots', body, done);
}
