// Registers: forms whose fields are named as in the body that is sent, so that each refusal stands beside its field.
import { command, pressing, shown } from './command.js';
import { Refusal } from './frame.js';

const done = document.querySelector('[data-register-done]');
let marks = 0;

/** 'packs[0].name' is the name of the first of the packs. */
function put(body, path, value) {
  const keys = path.match(/[^.[\]]+/g);
  const last = keys.pop();
  let at = body;
  keys.forEach((key, level) => {
    at[key] ??= /^[0-9]+$/.test(keys[level + 1] ?? last) ? [] : {};
    at = at[key];
  });
  at[last] = value;
}

/** Packs in which anything stands are numbered, the others have no part in it. */
function numberPacks(form) {
  let next = 0;
  for (const row of form.querySelectorAll('.registers-pack')) {
    const parts = [...row.querySelectorAll('[data-register-part]')];
    const filled = parts.some((it) => it.value);
    parts.forEach((it) => { it.name = filled ? `packs[${next}].${it.dataset.registerPart}` : ''; });
    next += filled ? 1 : 0;
  }
}

function body(form) {
  numberPacks(form);
  const body = {};
  for (const field of [...form.elements].filter((it) => it.name && it.value)) {
    put(body, field.name, field.type === 'number' ? Number(field.value) : field.value.trim());
  }
  return body;
}

function describe(field, ids) {
  if (ids) {
    field.setAttribute('aria-describedby', ids);
  } else {
    field.removeAttribute('aria-describedby');
  }
}

function clear(field) {
  const note = document.getElementById(field.id + '-wrong');
  if (note) {
    note.remove();
    field.removeAttribute('aria-invalid');
    describe(field, field.dataset.registerHint);
  }
}

function mark(field, text) {
  clear(field);
  field.id ||= 'registers-field-' + ++marks;
  field.dataset.registerHint = field.getAttribute('aria-describedby') ?? '';
  const note = document.createElement('p');
  note.id = field.id + '-wrong';
  note.className = 'registers-wrong';
  note.textContent = text;
  (field.closest('label') ?? field).after(note);
  field.setAttribute('aria-invalid', 'true');
  describe(field, `${note.id} ${field.dataset.registerHint}`.trim());
}

/** What belongs to no field is left for the form as a whole. */
function place(form, refusal) {
  const placed = refusal.errors
    .map((error) => ({ error, field: [...form.elements].find((it) => it.name && it.name === error.field) }))
    .filter(({ field }) => field);
  placed.forEach(({ error, field }) => mark(field, error.detail));
  setTimeout(() => placed[0]?.field.focus()); // after the form has scrolled to its own message
  if (placed.length && placed.length === refusal.errors.length) {
    throw new Error(form.querySelector('[data-problem]').dataset.registerWrong);
  }
  throw refusal;
}

/** The list as it is now; a page that cannot be had again is better old than gone. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('[data-register-list]').replaceWith(page.querySelector('[data-register-list]'));
    bind(document.querySelector('[data-register-list]'));
  }
}

function say(form, id) {
  const name = document.createElement(form.dataset.registerPage ? 'a' : 'span');
  name.textContent = id;
  if (form.dataset.registerPage) {
    name.className = 'link';
    name.href = form.dataset.registerPage + encodeURIComponent(id);
  }
  done.querySelector('[data-register-id]').replaceChildren(name);
  done.hidden = false;
  done.focus();
}

async function work(form) {
  done.hidden = true;
  [...form.elements].forEach(clear);
  const party = document.getElementById('registers-keeper')?.value;
  const answer = await command(form.dataset.register, body(form), party)
    .catch((failure) => (failure instanceof Refusal ? place(form, failure) : Promise.reject(failure)));
  form.reset();
  form.querySelectorAll('.registers-pack').forEach((it) => it.remove());
  await shown(answer.position);
  if (form.dataset.registerFirst) {
    location.reload(); // from now on somebody's name is needed
    return;
  }
  await refresh();
  say(form, answer.id);
}

function bind(root) {
  for (const form of root.querySelectorAll('form[data-register]')) {
    pressing(form, async () => {
      if (!form.dataset.registerSure || confirm(form.dataset.registerSure)) {
        await work(form);
      }
    });
    form.addEventListener('input', (event) => clear(event.target));
  }
}

bind(document);
document.querySelector('[data-register-more]')?.addEventListener('click', (event) => {
  const form = event.target.closest('form');
  const row = form.querySelector('[data-register-pack]').content.firstElementChild.cloneNode(true);
  form.querySelector('[data-register-packs]').append(row);
  row.querySelector('input').focus();
});
document.querySelector('[data-register-packs]')?.addEventListener('click', (event) => {
  if (event.target.closest('[data-register-less]')) {
    event.target.closest('.registers-pack').remove();
    document.querySelector('[data-register-more]').focus();
  }
});
