// What an answer to an entry means. Anything that is not an answer of ours, such as the page of a hotspot, means nothing.

/** The server took it. */
export class Sent {
  constructor(position) {
    this.position = position;
  }
}

/** The server said no, and nothing was recorded. */
export class Refused {
  constructor(problem) {
    this.problem = problem;
  }
}

/** Nobody knows: it is sent again under the same key. */
export class Later {
  /** @param seconds as the server asks for; 0 where it does not @param fault where it fell over this very entry */
  constructor(seconds = 0, fault = null) {
    this.seconds = seconds;
    this.fault = fault;
  }
}

/** Somebody has to log in first. */
export class Nobody {}

/** The token of the page is too old. */
export class Stale {}

const MOST_SECONDS = 300;

async function json(answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  return /^application\/(problem\+)?json/.test(type) ? answer.json() : {};
}

function seconds(answer) {
  const said = answer.headers.get('Retry-After');
  const asked = /^\d+$/.test(said ?? '') ? Number(said) : (Date.parse(said) - Date.now()) / 1_000;
  return Math.min(Math.max(asked || 0, 0), MOST_SECONDS);
}

function refusal(said) {
  const details = (said.errors ?? []).map((it) => it.detail).filter((it) => it && it !== said.detail);
  return new Refused({
    title: said.title,
    detail: said.detail,
    rule: said.rule,
    details: [...new Set(details)],
    fields: (said.errors ?? []).map((it) => it.field),
  });
}

export async function meaning(answer, shipment) {
  const said = await json(answer);
  if (answer.ok) {
    return said.id === shipment && Number.isInteger(said.position) ? new Sent(said.position) : new Later();
  }
  if (answer.status === 401 || said.rule === 'PASSWORD_TO_BE_CHANGED') {
    return new Nobody();
  }
  if (said.rule === 'CSRF_TOKEN_WRONG') {
    return new Stale();
  }
  const isAnswer = typeof said.rule === 'string' && typeof said.detail === 'string';
  if (!isAnswer || answer.status === 503 || answer.status === 429 || answer.status === 408) {
    return new Later(seconds(answer));
  }
  return answer.status < 500 ? refusal(said) : new Later(seconds(answer), refusal(said).problem);
}
