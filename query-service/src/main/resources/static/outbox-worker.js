// Stands between the pages and the network. What a clerk needs on the way stays readable without one: the newest from
// the network where it answers in time, else the copy that was kept. The server says with each page whose it is and
// whether it may be kept (header Linxi-Offline); the first page of somebody else ends all copies. It sends nothing:
// what was entered waits in IndexedDB, and pages send it.
const PAGES = 'linxi-pages-1';
const ASSETS = 'linxi-assets-1';
const LABEL = '/linxi-label';
const KEEPABLE = /^\/(outbox|shipments(\/[^/]+)?)?$/;
const FIXED = ['/', '/outbox', '/shipments', '/shipments/new'];
const MOST_SHIPMENTS = 30;
const PATIENCE = 3_500; // of a reader whose network is weak
const FRESH = 10 * 60_000; // a copy that need not be fetched anew ahead of time
const LONGEST = 7 * 24 * 3_600_000; // as long as a session may last
const SLOW = 20_000;

/** Counts how often all copies were dropped: what was asked for before that is not kept after it. */
let epoch = 0;
let slowUntil = 0;
let last = Promise.resolve();

/** One change of the copies after another. */
function inTurn(work) {
  last = last.then(work, work);
  return last;
}

async function drop() {
  await caches.delete(PAGES);
}

function forget() {
  epoch++;
  return inTurn(drop);
}

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('linxi-') && name !== PAGES && name !== ASSETS) {
      await caches.delete(name);
    }
  }
  await clients.claim();
})()));

/** The same page, marked with when it was taken. */
async function marked(answer) {
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  headers.delete('Content-Encoding');
  const at = new Date().toISOString();
  headers.set('Linxi-Kept', at);
  return new Response((await answer.text()).replace('<html ', `<html data-copy="${at}" `), { headers });
}

/** Looks at whose page this is, and keeps it if it may. */
function seen(path, answer, begun) {
  if (answer.type === 'opaqueredirect') {
    return KEEPABLE.test(path) ? forget() : undefined; // to the login
  }
  const [label, keep] = (answer.headers.get('Linxi-Offline') ?? '').split(';');
  if (!label) {
    return undefined;
  }
  return inTurn(async () => {
    if (begun !== epoch) {
      return;
    }
    const known = await (await caches.open(PAGES)).match(LABEL);
    if (known && await known.text() !== label) {
      await drop();
    }
    if (keep && answer.ok && KEEPABLE.test(path)) {
      const pages = await caches.open(PAGES);
      await pages.put(LABEL, new Response(label));
      await pages.put(path, await marked(answer));
      await thin(pages);
    }
  });
}

/** The pages of shipments that were opened longest ago go first. */
async function thin(pages) {
  const paths = (await pages.keys()).map((it) => new URL(it.url).pathname);
  const shipments = paths.filter((it) => it !== LABEL && !FIXED.includes(it));
  for (const path of shipments.slice(0, Math.max(0, shipments.length - MOST_SHIPMENTS))) {
    await pages.delete(path);
  }
}

async function copy(path) {
  const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true });
  const age = Date.now() - Date.parse(kept?.headers.get('Linxi-Kept'));
  return kept && age < LONGEST ? kept : undefined;
}

function after(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function page(event, url) {
  const begun = epoch;
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => isPage(answer) && seen(url.pathname, answer.clone(), begun)).catch(() => {}));
  const kept = url.search ? undefined : await copy(url.pathname);
  try {
    const answer = await (kept ? Promise.race([fresh, after(PATIENCE)]) : fresh);
    const away = !answer || [502, 503, 504].includes(answer.status);
    return away && kept && begun === epoch ? kept : await fresh;
  } catch (lost) {
    return kept && begun === epoch ? kept : await elsewhere(url, lost);
  }
}

function isPage(answer) {
  return answer.type === 'opaqueredirect' || (answer.headers.get('Content-Type') ?? '').startsWith('text/html');
}

/** There is no copy of it: the page of what waits says so, and what there is instead. */
async function elsewhere(url, lost) {
  if (url.pathname === '/outbox' || !await copy('/outbox')) {
    throw lost;
  }
  return Response.redirect('/outbox#' + encodeURIComponent(url.pathname + url.search));
}

async function keepAsset(request, answer) {
  if (answer.ok) {
    await (await caches.open(ASSETS)).put(request, answer);
  }
}

/** The newest, so that no page meets a script of another version; on a weak network only the first one is waited for. */
async function asset(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => keepAsset(event.request, answer.clone())).catch(() => {}));
  const kept = await (await caches.open(ASSETS)).match(event.request, { ignoreVary: true });
  if (!kept) {
    return fresh;
  }
  if (Date.now() < slowUntil) {
    return kept;
  }
  const answer = await Promise.race([fresh, after(PATIENCE)]).catch(() => undefined);
  if (!answer) {
    slowUntil = Date.now() + SLOW;
  }
  return answer?.ok ? answer : kept; // what was refused, such as by a busy server, styles and runs nothing
}

/** All that a page or script names. */
function named(text) {
  return [...text.matchAll(/(?:"|')(?:\/assets|\.)\/([\w.-]+\.(?:js|css|svg))(?:"|')/g)].map((it) => '/assets/' + it[1]);
}

async function keepAll(paths, done) {
  for (const path of paths.filter((it) => !done.has(it))) {
    done.add(path);
    const answer = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(20_000) });
    const text = path.endsWith('.js') ? await answer.clone().text() : '';
    await keepAsset(new Request(path), answer);
    await keepAll(named(text), done);
  }
}

/** Fetches ahead what nobody has opened yet. */
async function keep(paths, language) {
  await clients.claim(); // a page that was loaded while the worker began belongs to it as well
  const done = new Set();
  for (const path of new Set([...FIXED, ...paths.filter((it) => KEEPABLE.test(it))])) {
    const kept = await copy(path);
    const isFresh = kept && Date.now() - Date.parse(kept.headers.get('Linxi-Kept')) < FRESH;
    if (isFresh && kept.headers.get('Content-Language') === language) {
      continue;
    }
    const begun = epoch;
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    const answer = await fetch(path, { headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    if (answer.ok) {
      await keepAll(named(await answer.clone().text()), done);
    }
    await seen(path, answer, begun);
    if (!answer.ok) {
      return;
    }
  }
}

/** Somebody comes or goes: nothing of whoever was here before stays. */
async function leaving(request) {
  await forget();
  const answer = await fetch(request);
  await forget();
  return answer;
}

addEventListener('message', (event) => {
  if (event.data?.forget) {
    event.waitUntil(forget());
  }
  if (Array.isArray(event.data?.keep)) {
    event.waitUntil(keep(event.data.keep, event.data.language).catch(() => {})); // without a network: the next page asks again
  }
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) {
    return;
  }
  if (request.method === 'POST' && (url.pathname === '/login' || url.pathname === '/logout')) {
    event.respondWith(leaving(request));
  } else if (request.method === 'GET' && url.pathname.startsWith('/assets/')) {
    event.respondWith(asset(event));
  } else if (request.mode === 'navigate' && request.method === 'GET' && !/^\/(api|export|admin)\//.test(url.pathname)) {
    event.respondWith(page(event, url));
  }
});
