// 看板: up to date while it is open, also over midnight.
import { live, untilMidnight } from './live.js';
import { draw, redrawWithColours } from './charts.js';

const root = document.querySelector('[data-live]');
const refresh = live(() => location.href, () => draw(root));

draw(root);
redrawWithColours(root);

/** What is called today is another day then; and once more a little later, where this clock is ahead of the server's. */
function awaitMidnight() {
  setTimeout(() => {
    refresh();
    setTimeout(refresh, 60_000);
    awaitMidnight();
  }, untilMidnight(Date.now()) + 500);
}

awaitMidnight();
