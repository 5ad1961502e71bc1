// A form that sends one command, exactly once however often it is pressed. Texts come with the page: data-* of
// #command-texts.
import { send, Refusal } from './frame.js';

const texts = document.getElementById('command-texts').dataset;

/** crypto.randomUUID is missing where a page comes over plain HTTP from another machine. */
function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** One key per form until its answer is there, also over a reload: who saw no answer reloads first. */
function keyOf(path) {
  const place = 'linxi-key ' + path;
  const key = sessionStorage.getItem(place) ?? uuid();
  sessionStorage.setItem(place, key);
  return { key, forget: () => sessionStorage.removeItem(place) };
}

/** The answer of a command. What was refused leaves nothing, so its key may carry the mended form. */
async function command(path, body, party) {
  const { key, forget } = keyOf(path);
  try {
    const answer = await send(path, body, { 'Idempotency-Key': key, ...(party ? { 'X-Party': party } : {}) });
    forget();
    return answer;
  } catch (failure) {
    if (!(failure instanceof Refusal)) {
      throw new Error(texts.lost);
    }
    if (failure.rule === 'IDEMPOTENCY_KEY_REUSED') {
      forget(); // the form was changed after an answer was lost, and what it said before is recorded
      throw new Error(texts.recorded);
    }
    throw failure;
  }
}

/**
 * Waits until what we read shows the command; a page that lags is better than one that hangs. Asks for what data-shown of
 * the form names, with {id} in it: something that whoever gave the command may read.
 */
async function shown(form, { id, position }) {
  const path = (form.dataset.shown ?? '/api/shipments/{id}').replace('{id}', encodeURIComponent(id));
  for (let tries = 0; tries < 3; tries++) {
    const seen = await fetch(`${path}?atLeast=${position}`).catch(() => null);
    if (seen?.ok) {
      return;
    }
  }
}

/** @param build the body of a form, or an Error whose message is for the reader; done gets the answer */
export function commanding(form, path, build, done) {
  const problem = form.querySelector('[data-problem]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const buttons = [...form.querySelectorAll('button')];
    if (buttons.some((it) => it.dataset.busy)) {
      return;
    }
    problem.hidden = true;
    buttons.forEach((it) => { it.disabled = true; it.dataset.busy = 'yes'; });
    try {
      const body = build(form);
      const answer = await command(path, body, form.dataset.party);
      await shown(form, answer);
      done(answer);
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
      problem.scrollIntoView({ block: 'nearest' });
    } finally {
      buttons.forEach((it) => { it.disabled = false; delete it.dataset.busy; });
    }
  });
}

/** The fields of a simple form, those left empty left out. */
export function fields(form) {
  return Object.fromEntries([...form.elements].filter((it) => it.name && it.value).map((it) => [it.name, it.value]));
}

/** What somebody typed, in whole base units: fractions of a kilogram are grams. */
export function whole(text, scale) {
  return Math.round(Number(text || 0) * scale);
}

export function need(holds, text) {
  if (!holds) {
    throw new Error(texts[text]);
  }
}
