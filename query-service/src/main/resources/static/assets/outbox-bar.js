// The bar on every page: what waits, what was refused, and why nothing moves. Where nothing waits there is none.
import { entries, isOf, isWaiting, onChange, owner } from './outbox-store.js';
import { here, onState, state, upload } from './outbox-send.js';
import { start } from './outbox-copies.js';

const bar = document.getElementById('outbox-bar');
const link = bar.querySelector('a');
const texts = bar.dataset;

function words(all) {
  const mine = all.filter((it) => isOf(it, here()));
  const foreign = all.filter((it) => !isOf(it, here()));
  const waiting = mine.filter((it) => it.state === 'waiting').length;
  const why = texts[state] ? ' · ' + texts[state] : '';
  return [
    waiting ? texts.waiting.replace('{0}', waiting) + why : '',
    mine.length > waiting ? texts.refused.replace('{0}', mine.length - waiting) : '',
    foreign.length ? texts.foreign.replace('{0}', foreign.length).replace('{1}', owner(foreign[0]) ?? '–') : '',
  ].filter((it) => it).join(' · ');
}

async function draw() {
  const all = (await entries()).filter(isWaiting);
  const text = words(all);
  if (link.textContent !== text) {
    link.textContent = text;
  }
  link.hidden = text === '';
  link.classList.toggle('refused', all.some((it) => it.state === 'refused' && isOf(it, here())));
}

start();
addEventListener('linxi-logout-lost', () => {
  link.textContent = texts.stillIn;
  link.hidden = false;
});
if ('indexedDB' in globalThis) {
  const drawn = () => draw().catch(() => {}); // a browser that keeps nothing: forms send at once
  onChange(drawn);
  onState(drawn);
  drawn();
  upload().catch(() => {});
}
