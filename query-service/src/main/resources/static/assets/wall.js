// 大屏: hangs on a wall for weeks. Its day is that of its own clock in Shanghai, which is set by the server's when it is
// opened.
import { live } from './live.js';
import { draw } from './charts.js';

const root = document.querySelector('[data-live]');
const ahead = Number(root.dataset.now) - Date.now();
const now = () => Date.now() + ahead;

const parts = (options) => new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: 'Asia/Shanghai', ...options });
const time = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const date = parts({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const iso = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

const day = document.querySelector('[data-day]');
const clock = document.querySelector('[data-clock]');
const today = () => iso.format(now());
let shownDay = day.dataset.day;

const refresh = live(() => `/wall?day=${today()}`, () => draw(root));

/** By the clock, not by a timer for midnight: a machine that slept through it wakes on another day. */
function tick() {
  clock.textContent = time.format(now());
  day.textContent = date.format(now());
  if (today() !== shownDay) {
    shownDay = today();
    day.dataset.day = shownDay;
    refresh();
  }
  setTimeout(tick, 1_005 - (now() % 1_000));
}

tick();
draw(root);

document.querySelector('[data-full]').addEventListener('click', () => {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    document.documentElement.requestFullscreen();
  }
});

/** Nobody needs a pointer on a wall. */
let idle = 0;
function active() {
  document.documentElement.classList.remove('idle');
  clearTimeout(idle);
  idle = setTimeout(() => document.documentElement.classList.add('idle'), 3_000);
}
for (const event of ['pointermove', 'pointerdown', 'keydown']) {
  addEventListener(event, active);
}
active();
