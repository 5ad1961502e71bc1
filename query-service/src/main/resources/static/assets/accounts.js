// Accounts and keys: each form is one request; a secret that comes back is shown until it is noted.
import { send } from './frame.js';

const secret = document.querySelector('[data-secret]');

function show(made) {
  secret.querySelector('[data-secret-name]').textContent = made.name;
  secret.querySelector('[data-secret-value]').textContent = made.secret;
  secret.hidden = false;
  secret.focus();
}

for (const form of document.querySelectorAll('form[data-admin]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.dataset.sure && !confirm(form.dataset.sure)) {
      return;
    }
    const problem = form.querySelector('[data-problem]');
    const button = form.querySelector('[type=submit]');
    problem.hidden = true;
    button.disabled = true;
    try {
      const fields = [...form.elements].filter((it) => it.name && it.value);
      const answer = await send(form.dataset.admin, Object.fromEntries(fields.map((it) => [it.name, it.value])));
      if (answer?.secret) {
        show(answer);
      } else {
        location.reload();
      }
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}

secret.querySelector('[data-copy]').addEventListener('click', () =>
  navigator.clipboard?.writeText(secret.querySelector('[data-secret-value]').textContent));
