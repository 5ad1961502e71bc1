// A receipt is held back for ten seconds, in which it can be undone.
const SECONDS = 10;

/**
 * True when the time is over, or nobody looks any more: a phone that is put away may throw the page away, and what was
 * pressed counts. False where it was undone.
 */
function over(panel, text) {
  const countdown = panel.querySelector('[data-countdown]');
  const undo = panel.querySelector('[data-undo]');
  const now = panel.querySelector('[data-now]');
  const deadline = Date.now() + SECONDS * 1000; // the clock, not the number of ticks: a page in the background ticks slowly
  return new Promise((resolve) => {
    const ends = new AbortController();
    const end = (send) => {
      clearInterval(timer);
      ends.abort();
      resolve(send);
    };
    const count = () => {
      const left = Math.ceil((deadline - Date.now()) / 1000);
      countdown.textContent = text.replace('{0}', Math.max(0, left));
      if (left <= 0) {
        end(true);
      }
    };
    const timer = setInterval(count, 250);
    undo.addEventListener('click', () => end(false), { signal: ends.signal });
    now.addEventListener('click', () => end(true), { signal: ends.signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && end(true), { signal: ends.signal });
    panel.hidden = false;
    count();
    undo.focus();
  });
}

/** Does the work of one of the forms of {@code card} unless it is undone; while it is held back nothing else can be pressed. */
export async function undoable(card, form, work) {
  const panel = card.querySelector('[data-hold]');
  const choices = card.querySelector('.three');
  const buttons = [...panel.querySelectorAll('button')];
  const back = () => {
    panel.hidden = true;
    buttons.forEach((it) => { it.disabled = false; });
    choices.hidden = false;
    form.inert = false;
  };
  choices.hidden = true;
  form.inert = true; // it shows what will be sent
  if (!await over(panel, form.dataset.held)) {
    back();
    (form.querySelector('input') ?? choices.querySelector('button')).focus();
    return;
  }
  buttons.forEach((it) => { it.disabled = true; });
  try {
    await work();
  } catch (failure) {
    back();
    throw failure;
  }
}
