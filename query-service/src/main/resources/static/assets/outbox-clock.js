// What time it is, also where a phone's clock is wrong: it is believed as far as the answers of the server allow.
const PLACE = 'linxi-clock';
const SECOND = 1_000;

function known() {
  return Number(localStorage.getItem(PLACE)) || 0;
}

/** @param answer of the server; its clock showed the second in its header at some moment between the other two */
export function learn(answer, asked, answered) {
  const second = Date.parse(answer.headers.get('Date'));
  if (Number.isNaN(second)) {
    return;
  }
  const least = second - answered;
  const most = second + SECOND - asked;
  localStorage.setItem(PLACE, Math.min(Math.max(0, least), most));
}

/** In milliseconds; not before {@code since}, for what can only come after that. */
export function now(since = 0) {
  return Math.max(Date.now() + known(), since);
}
