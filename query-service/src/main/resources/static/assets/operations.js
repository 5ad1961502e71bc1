// Keeps the state of the system fresh, and begins rebuilds.
import { send } from './frame.js';

const EVERY = 2000;
const EVERY_WHILE_BUILDING = 500;
const cut = document.querySelector('[data-cut]');
let asked = 0;

async function refresh() {
  const mine = ++asked;
  try {
    const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(8000), headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(String(answer.status));
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine !== asked) {
      return; // a later answer is on its way: the bar never goes back
    }
    document.querySelector('[data-state]').replaceWith(page.querySelector('[data-state]'));
    cut.hidden = true;
  } catch {
    cut.hidden &&= mine !== asked;
  }
}

async function keepFresh() {
  if (document.visibilityState === 'visible') {
    await refresh();
  }
  setTimeout(keepFresh, document.querySelector('[data-percent]') ? EVERY_WHILE_BUILDING : EVERY);
}

setTimeout(keepFresh, EVERY);

document.querySelector('[data-rebuild]')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const problem = form.querySelector('[data-problem]');
  const button = form.querySelector('[type=submit]');
  const model = form.elements.model.value;
  problem.hidden = true;
  button.disabled = true;
  try {
    await send('/operations/rebuild' + (model ? '/' + encodeURIComponent(model) : ''), {});
    await refresh();
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
  } finally {
    button.disabled = false;
  }
});
