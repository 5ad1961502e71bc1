// Forms of agreements: shares in per cent that must come to 100, and members as lines of a key and a weight.
import { commanding } from './command.js';

const texts = document.getElementById('agreement-texts').dataset;

function points(form) {
  return [...form.querySelectorAll('[data-paths] input')].map((it) => [it.name, Math.round(Number(it.value || 0) * 100)]);
}

function total(form) {
  return points(form).reduce((sum, [, each]) => sum + each, 0);
}

/** "H01 2" is a household and its weight, "H01" one of weight 1. */
function weights(text) {
  const weights = {};
  for (const row of text.split('\n').map((it) => it.trim()).filter((it) => it)) {
    const found = row.match(/^([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?:[\s,，\t]+([0-9]{1,10}))?$/);
    if (!found) {
      throw new Error(texts.row.replace('{0}', row.substring(0, 80)));
    }
    if (Object.hasOwn(weights, found[1])) {
      throw new Error(texts.twice.replace('{0}', found[1]));
    }
    weights[found[1]] = Number(found[2] ?? 1);
  }
  return weights;
}

/** Left out as a whole where nothing is written: an amendment then keeps those that there are. */
function members(form) {
  const filled = [...form.querySelectorAll('[data-members]')].filter((it) => it.value.trim());
  return filled.length ? Object.fromEntries(filled.map((it) => [it.dataset.members, weights(it.value)])) : undefined;
}

function terms(form) {
  if (total(form) !== 10000) {
    throw new Error(texts.sum);
  }
  return {
    validFrom: form.elements.validFrom.value,
    paths: Object.fromEntries(points(form).filter(([, each]) => each > 0)),
    members: members(form),
  };
}

const builds = {
  publish: (form) => {
    const products = [...form.querySelectorAll('[name=products]:checked')].map((it) => it.value);
    if (!products.length) {
      throw new Error(texts.noproduct);
    }
    return { id: form.elements.id.value, origin: form.dataset.origin, products, ...terms(form) };
  },
  amend: terms,
  end: (form) => ({ validTo: form.elements.validTo.value }),
};

const paths = {
  publish: () => '/api/agreements',
  amend: (form) => `/api/agreements/${encodeURIComponent(form.dataset.id)}/versions`,
  end: (form) => `/api/agreements/${encodeURIComponent(form.dataset.id)}/end`,
};

for (const form of document.querySelectorAll('[data-agreement]')) {
  const kind = form.dataset.agreement;
  const sum = form.querySelector('[data-sum]');
  const show = () => {
    form.querySelector('[data-problem]').hidden = true;
    if (sum) {
      sum.textContent = total(form) / 100;
      sum.closest('fieldset').classList.toggle('wrong', total(form) > 10000);
    }
  };
  form.addEventListener('input', show);
  show();
  commanding(form, paths[kind](form), builds[kind], (answer) => {
    location.assign('/agreements/' + encodeURIComponent(form.dataset.id ?? answer.id));
  });
}
