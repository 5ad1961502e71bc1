// A form that sends one command, exactly once however often it is pressed. Texts come with the page: data-* of
// #command-texts.
import { send, Refusal } from './frame.js';
import { uuid } from './uuid.js';

const texts = document.getElementById('command-texts').dataset;

/**
 * One key per form until its answer is there, also over a reload: who saw no answer reloads first. Where the page shows
 * that something was recorded since, what the form says is something new.
 */
function keyOf(path) {
  const place = 'linxi-key ' + path + ' ' + (document.querySelector('[data-known]')?.dataset.known ?? '');
  const key = sessionStorage.getItem(place) ?? uuid();
  sessionStorage.setItem(place, key);
  return { key, forget: () => sessionStorage.removeItem(place) };
}

/** The answer of a command. What was refused leaves nothing, so its key may carry the mended form. */
export async function command(path, body, party) {
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

/** Waits until what we read shows a command; a page that lags is better than one that hangs. */
export async function shown(position) {
  for (let tries = 0; tries < 3; tries++) {
    const seen = await fetch(`/api/products?limit=1&atLeast=${position}`).catch(() => null);
    if (seen?.ok) {
      return;
    }
  }
}

/** Does the work of a form once however often it is pressed, and shows what went wrong. */
export function pressing(form, work) {
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
      await work();
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

/**
 * @param build the body of a form, or an Error whose message is for the reader
 * @param done gets the answer
 * @param hold does the work that it is given, later or not at all
 */
export function commanding(form, path, build, done, hold = (work) => work()) {
  pressing(form, async () => {
    const body = build(form);
    await hold(async () => {
      const answer = await command(path, body, form.dataset.party);
      await shown(answer.position);
      done(answer);
    });
  });
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
