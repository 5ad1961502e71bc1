// The worker that keeps pages readable without a network, and what a page that was kept says of itself.
const bar = document.getElementById('outbox-bar');

/** Not on plain HTTP from another machine, nor in old browsers: there everything works with a network. */
export const canKeep = 'serviceWorker' in navigator && 'caches' in globalThis;

async function forget() {
  if (canKeep) {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.active?.postMessage({ forget: true });
    await caches.delete('linxi-pages-1');
  }
}

async function keep() {
  await navigator.serviceWorker.register('/outbox-worker.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ keep: [location.pathname], language: document.documentElement.lang });
}

function sayThatItIsOld(taken) {
  const notice = document.querySelector('[data-copy-notice]');
  const at = new Date(taken).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai', hour12: false });
  notice.querySelector('span').textContent = notice.dataset.text.replace('{0}', at);
  notice.hidden = false;
  document.querySelector('main').before(notice);
}

export function start() {
  const { copy } = document.documentElement.dataset;
  addEventListener('linxi-nobody', forget);
  if (copy) {
    sayThatItIsOld(copy);
  } else if (canKeep && bar.dataset.keeps === 'true') {
    keep().catch(() => {}); // the browser may forbid it: everything works with a network
  }
}
