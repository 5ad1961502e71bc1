// Brings a file to be checked: the file itself is the body, so that nothing has to take a form apart.
import { Lost, sendBody } from './frame.js';

const MOST = 8 * 1024 * 1024;
const form = document.querySelector('[data-import]');

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const problem = form.querySelector('[data-problem]');
  const button = form.querySelector('[type=submit]');
  const file = form.elements.file.files[0];
  const party = form.elements.party?.value;
  problem.hidden = true;
  button.disabled = true;
  try {
    if (!file || file.size > MOST) {
      throw new Error(file ? form.dataset.toolarge : form.dataset.nofile);
    }
    const taken = await sendBody(form.dataset.path, file, {
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(file.name),
      ...(party ? { 'X-Party': party } : {}),
    });
    location.assign(taken.page);
  } catch (failure) {
    problem.textContent = failure instanceof Lost ? form.dataset.lost : failure.message;
    problem.hidden = false;
    button.disabled = false;
  }
});
