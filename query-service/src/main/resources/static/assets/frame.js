// What every page does: the switch of languages, forms that send JSON, logging out.

const SMALL = 16_000; // characters; what outlives its page may be 64 KiB

function cookie(name) {
  const found = document.cookie.split('; ').find((it) => it.startsWith(name + '='));
  return found ? decodeURIComponent(found.substring(name.length + 1)) : '';
}

/** The server has answered, and said no: nothing was done. Anything else that is thrown means that nobody knows. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem?.detail ?? String(problem?.status ?? ""));
    this.rule = problem?.rule;
    this.errors = problem?.errors ?? [];
  }
}

/** No answer came, or none of ours: nobody knows. */
export class Lost extends Error {
  constructor(cause) {
    super(document.body.dataset.lost, { cause });
  }
}

/** Posts with the token that shows that it comes from a page of ours; the first time it fetches one. */
export async function post(path, body, headers = {}, signal = undefined) {
  if (!cookie('XSRF-TOKEN')) {
    await fetch('/me', { signal });
  }
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      'X-XSRF-TOKEN': cookie('XSRF-TOKEN'),
      'Accept-Language': document.documentElement.lang,
      ...headers,
    },
    body,
    signal,
    keepalive: document.visibilityState === 'hidden' && body?.length < SMALL, // a page that is put away may be thrown away
  });
  if (answer.status === 401) {
    dispatchEvent(new Event('linxi-nobody')); // whose session is over sees no more of what was kept for him
  }
  return answer;
}

async function answered(path, body, headers) {
  try {
    const answer = await post(path, body, headers);
    const text = await answer.text();
    return { ok: answer.ok, json: text ? JSON.parse(text) : null };
  } catch (failure) {
    throw new Lost(failure);
  }
}

/** Posts any body, and is answered JSON. @throws Refusal, Lost */
export async function sendBody(path, body, headers) {
  const { ok, json } = await answered(path, body, headers);
  if (!ok) {
    throw new Refusal(json);
  }
  return json;
}

/** Posts JSON, and is answered JSON. @throws Refusal, Lost */
export function send(path, body, headers = {}) {
  return sendBody(path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
}

/** Only a page of ours: what follows ?next= may come from anywhere. */
function next() {
  try {
    const wanted = new URL(new URLSearchParams(location.search).get('next') ?? '/', location.origin);
    return wanted.origin === location.origin ? wanted.href : '/';
  } catch {
    return '/';
  }
}

for (const form of document.querySelectorAll('form[data-send]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const problem = form.querySelector('[data-problem]');
    const button = form.querySelector('[type=submit]');
    problem.hidden = true;
    button.disabled = true;
    try {
      const fields = [...form.elements].filter((it) => it.name && !('notSent' in it.dataset));
      const me = await send(form.dataset.send, Object.fromEntries(fields.map((it) => [it.name, it.value])));
      location.assign(me.mustChange ? '/password' : next());
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
      button.disabled = false;
    }
  });
}

document.querySelector('[data-logout]')?.addEventListener('click', async () => {
  dispatchEvent(new Event('linxi-nobody'));
  try {
    await send('/logout', {});
    location.assign('/login');
  } catch {
    dispatchEvent(new Event('linxi-logout-lost'));
  }
});

document.querySelector('[data-language]')?.addEventListener('click', (event) => {
  document.cookie = 'linxi-language=' + event.currentTarget.dataset.language + '; path=/; max-age=31536000; samesite=lax';
  location.reload();
});

for (const form of document.querySelectorAll('form[method=get]')) {
  form.addEventListener('submit', () => {
    for (const field of form.querySelectorAll('[data-drop-empty]')) {
      field.disabled = field.value === '';
    }
  });
}
