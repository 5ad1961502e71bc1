// Keeps a page as it is on the server: listens to /live, and fetches the page anew when something was folded. What is
// to be kept up to date lies in [data-live]; what the browser made there, or is being filled in, in [data-keep].

const SILENCE = 40_000; // the server says something every 15 s
const SLOWEST = 30_000;
const BETWEEN_FETCHES = 1_000;
const TRANSIENT = 5_000;

const root = document.querySelector('[data-live]');
const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

function children(from, to) {
  const keyed = new Map([...from.children].filter((it) => it.dataset.key).map((it) => [it.dataset.key, it]));
  let next = from.firstChild;
  for (const child of [...to.childNodes]) {
    const key = child.dataset?.key;
    const known = key ? keyed.get(key) : next;
    if (!known || (!key && known.dataset?.key)) {
      from.insertBefore(child, next);
    } else {
      if (known === next) {
        next = next.nextSibling;
      } else {
        from.insertBefore(known, next);
      }
      morph(known, child);
    }
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

/** Changes only what differs, so that focus, selection and places of scrolling stay. */
function morph(from, to) {
  if (from.nodeName !== to.nodeName || from.dataset?.key !== to.dataset?.key) {
    from.replaceWith(to);
  } else if (from.nodeType === Node.TEXT_NODE) {
    if (from.data !== to.data) {
      from.data = to.data;
    }
  } else if (from.nodeType === Node.ELEMENT_NODE && !('keep' in from.dataset)) {
    [...from.attributes].filter((it) => !to.hasAttribute(it.name)).forEach((it) => from.removeAttribute(it.name));
    [...to.attributes].filter((it) => from.getAttribute(it.name) !== it.value).forEach((it) => from.setAttribute(it.name, it.value));
    children(from, to);
  }
}

/**
 * @param address of the page as it is to be now
 * @param shown called whenever it is shown anew
 * @returns a function that fetches it anew at once
 */
export function live(address, shown) {
  let position = root.dataset.position;
  let wanted = position;
  let source = null;
  let failures = 0;
  let heardAt = performance.now();
  let retry = 0;
  let fetching = null;
  let again = false;
  let asOf = clock.format(new Date());

  const find = (name) => document.querySelector(`[data-${name}]`);

  /** @param trouble "cut", "ended", or "on" where there is none */
  const state = (trouble) => {
    for (const name of ['cut', 'ended']) {
      const banner = find(name);
      const text = banner.querySelector('span') ?? banner;
      if (name === trouble) {
        text.textContent = text.dataset.text.replace('{0}', asOf);
      }
      banner.hidden = name !== trouble;
    }
    const pulse = find('pulse');
    pulse.textContent = trouble === 'on' ? pulse.dataset.on : pulse.dataset.off;
    pulse.classList.toggle('on', trouble === 'on');
    document.documentElement.dataset.link = trouble;
  };

  /** Nobody looks at a page in the background; it listens again when somebody does. */
  const disconnect = () => {
    source?.close();
    source = null;
    clearTimeout(retry);
  };

  const comeAgain = () => {
    const pause = Math.min(SLOWEST, 1_000 * 2 ** Math.min(failures++, 5)) * (0.5 + Math.random() / 2);
    clearTimeout(retry);
    retry = setTimeout(connect, pause);
  };

  /** Why there is no connection: only a login that has ended is for the reader to mend. */
  const failed = async () => {
    disconnect();
    const me = await fetch('/me').then((it) => it.json()).catch(() => null);
    state(me && me.login && !me.name ? 'ended' : 'cut');
    comeAgain();
  };

  const fetchOnce = async () => {
    // Whichever instance answers: it knows no less than the one that told of it.
    const from = new URL(address(), location.href);
    from.searchParams.set('atLeast', wanted);
    const answer = await fetch(from, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) {
      if (answer?.status === 401) {
        failed();
      }
      return false;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
    morph(root, page);
    position = root.dataset.position;
    asOf = clock.format(new Date());
    shown();
    return true;
  };

  /** One at a time, and one more where something happened meanwhile. */
  const refresh = async () => {
    if (fetching) {
      again = true;
      return;
    }
    fetching = fetchOnce();
    const done = await fetching;
    setTimeout(() => {
      fetching = null;
      // Without a connection, the page is fetched as soon as there is one again.
      if (again || (!done && source)) {
        again = false;
        refresh();
      }
    }, done ? BETWEEN_FETCHES : TRANSIENT);
  };

  const heard = (event) => {
    const stand = JSON.parse(event.data);
    heardAt = performance.now();
    if (!stand.reachable) {
      state('cut');
      return;
    }
    const late = failures > 0;
    failures = 0;
    state('on');
    const behind = find('behind');
    behind.textContent = behind.dataset.text.replace('{0}', stand.behind);
    if (late || stand.position > Number(position)) {
      wanted = stand.position;
      refresh();
    } else {
      asOf = clock.format(new Date());
    }
  };

  function connect() {
    disconnect();
    if (document.hidden) {
      return;
    }
    heardAt = performance.now();
    source = new EventSource(`/live?after=${position}`);
    source.addEventListener('changed', heard);
    source.addEventListener('beat', heard);
    source.addEventListener('again', connect);
    source.onerror = failed;
  }

  setInterval(() => {
    if (source && performance.now() - heardAt > SILENCE) {
      failed();
    }
  }, 5_000);
  document.addEventListener('visibilitychange', connect);
  addEventListener('online', connect);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => event.persisted && connect());
  connect();
  return refresh;
}

/** Milliseconds until the day ends in Shanghai, which has no summer time. */
export function untilMidnight(now) {
  const day = 86_400_000;
  return day - ((now + 28_800_000) % day);
}
