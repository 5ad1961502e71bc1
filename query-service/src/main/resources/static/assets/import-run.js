// How far an import is, and the two things that one can have it do. The page is loaded anew when it has come further.
import { send } from './frame.js';

const EVERY = 700;
const run = document.querySelector('[data-run]');
const address = '/import/runs/' + encodeURIComponent(run.dataset.run);
const bar = run.querySelector('[data-bar]');

function show(progress) {
  if (progress.stage !== run.dataset.stage) {
    location.reload();
    return false;
  }
  bar.max = progress.total || 1;
  bar.value = progress.done;
  run.querySelector('[data-count]').textContent = progress.done + ' / ' + progress.total;
  return true;
}

/** Goes on asking also where an answer is lost: the import goes on, too. */
async function watch() {
  const answer = await fetch(address + '/progress').catch(() => null);
  if (answer && answer.status < 500 && !answer.ok) {
    location.reload(); // gone, or nobody is logged in: the page says which
    return;
  }
  if (!answer?.ok || show(await answer.json())) {
    setTimeout(watch, EVERY);
  }
}

for (const button of run.querySelectorAll('[data-do]')) {
  button.addEventListener('click', async () => {
    const problem = run.querySelector('[data-problem]');
    problem.hidden = true;
    button.disabled = true;
    try {
      await send(address + '/' + button.dataset.do, {});
      if (button.dataset.then) {
        run.querySelector('[data-stage-text]').textContent = button.dataset.then;
      } else {
        location.reload();
      }
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
      button.disabled = false;
    }
  });
}

if (bar) {
  setTimeout(watch, EVERY);
}
